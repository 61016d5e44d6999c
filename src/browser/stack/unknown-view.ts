import { shownLine } from '../../core/present/shown.ts';
import { fillCatalogue, rowFor } from '../catalogue-list.ts';
import { element, make } from '../element.ts';
import { lookupRows } from '../summaries.ts';
import { addDefinitions, settle } from './filling.ts';
import type { Member } from './member.ts';
import type { Stack } from './stack.ts';
import { showTroubles, tell } from './start.ts';

/** What can be done about a server that nobody knows: say which one it is, or give its definitions. */
export function unknownPart(stack: Stack, member: Member): HTMLElement {
  const name = shownLine(member.key);
  const part = make('details', '', make('summary', '', `Tell what ${name} is`));
  part.append(
    isThisForm(stack, member, name),
    definitionsForm(stack, member, name),
    make(
      'p',
      'note',
      'Where you can run it, ',
      make('code', '', 'toolwarden ingest config FILE'),
      ' asks every server of the configuration for its tools and adds them to a catalogue of your own.',
    ),
  );
  return part;
}

function isThisForm(stack: Stack, member: Member, name: string): HTMLFormElement {
  const input = make('input', '');
  input.setAttribute('list', 'catalogue');
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.addEventListener('focus', () => void fillCatalogue(), { once: true });
  const form = make(
    'form',
    'line',
    make('label', '', `${name} is this server of the catalogue`, input),
    submit('Use it'),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const row = rowFor(input.value, await lookupRows().catch(() => []));
    if (row === null) return tell('The catalogue has no such server: choose one of the list.');
    await settle(stack, member, row);
    tell(`${name} counts as ${row.title}.`);
    element('members-heading', HTMLElement).focus();
  });
  return form;
}

function definitionsForm(stack: Stack, member: Member, name: string): HTMLFormElement {
  const area = make('textarea', '');
  area.rows = 4;
  area.spellcheck = false;
  area.autocomplete = 'off';
  const troubles = make('ol', 'troubles');
  const form = make(
    'form',
    '',
    make('label', '', `Or paste what tools/list of ${name} returned`, area),
    troubles,
    submit('Read these definitions'),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { readPastedText } = await import('./pasted-text.ts');
    const { pasted, findings } = readPastedText(area.value);
    showTroubles(troubles, area, findings);
    if (pasted?.kind !== 'definitions')
      return tell(
        pasted === null
          ? 'Nothing was taken: see below the text.'
          : 'This is a configuration; paste it above.',
      );
    area.value = '';
    try {
      await addDefinitions(stack, pasted.definitions, member);
      tell(`${name} has ${pasted.definitions.length} tools, classified in this page.`);
      element('members-heading', HTMLElement).focus();
    } catch {
      tell('The rules could not be loaded. Try again.');
    }
  });
  return form;
}

function submit(text: string): HTMLButtonElement {
  const made = make('button', '', text);
  made.type = 'submit';
  return made;
}
