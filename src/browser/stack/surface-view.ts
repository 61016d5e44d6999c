import type { Surface } from '../../core/present/stack/surface.ts';
import { thousands } from '../../core/present/token-cost.ts';
import { button, element, make } from '../element.ts';
import type { Stack } from './stack.ts';
import { tell } from './start.ts';
import { unknownNote } from './unknown-note.ts';

/** What the stack can do in all, by level, category and decision, and what its definitions cost. */
export function attachSurface(stack: Stack): void {
  const place = element('surface', HTMLElement);
  stack.show(() => {
    const { surface } = stack;
    place.replaceChildren(
      headline(surface),
      ...unknownNote(
        surface.unknown,
        `${count(surface.unknown.length, 'server')} not counted`,
        'What they can do is unknown, so everything here is the least that this stack can do.',
      ),
      ...figures(surface),
      tokenLine(stack, surface),
    );
  });
}

function headline({ servers, unknown, tools, decisions }: Surface): HTMLElement {
  const known = servers - unknown.length;
  const left =
    decisions.allow === 0
      ? 'Under the recommended policy none of them is used without a person.'
      : `Under the recommended policy ${decisions.allow} of them can be used without a person.`;
  return make(
    'p',
    'lead',
    `${count(tools, 'tool')} on ${count(known, 'known server')}. ${tools === 0 ? '' : left}`,
  );
}

function figures({ risks, categories, decisions }: Surface): HTMLElement[] {
  const levels = make('dl', 'figures');
  for (const { label, tools } of risks) {
    const level = make('span', 'risk', label);
    level.dataset['risk'] = label;
    levels.append(make('div', '', make('dt', '', level), make('dd', '', `${tools}`)));
  }
  const rows = (entries: readonly (readonly [string, number])[]): HTMLElement =>
    make(
      'dl',
      'figures',
      ...entries.map(([label, tools]) => make('div', '', make('dt', '', label), make('dd', '', `${tools}`))),
    );
  return [
    make('h3', '', 'By level'),
    levels,
    make('h3', '', 'By category'),
    rows(categories.map(({ label, tools }) => [label, tools] as const)),
    make('h3', '', 'By recommended decision'),
    rows([
      ['Allow', decisions.allow],
      ['Ask', decisions.ask],
      ['Deny', decisions.deny],
      ['Hide', decisions.hide],
    ]),
  ];
}

function tokenLine(stack: Stack, { tokens, tools }: Surface): HTMLElement {
  const counted = `${thousands(tokens.sum)} tokens`;
  const line = make('p', 'tokens');
  if (tokens.uncounted === 0) {
    line.append(
      `A client that loads all of them puts ${counted} of definitions before the model at the start.`,
    );
    return line;
  }
  line.append(
    `${tokens.uncounted === tools ? 'The tokens of the definitions are not counted' : `${counted} of definitions, without ${count(tokens.uncounted, 'pasted tool')}`}. `,
    button('Count the pasted ones (loads 1.1 MB)', () => void countPasted(stack)),
  );
  return line;
}

async function countPasted(stack: Stack): Promise<void> {
  tell('Counting…');
  try {
    const { countTokens } = await import('../../core/tokens/count-tokens.ts');
    for (const { tools, texts } of stack.members)
      for (const [index, text] of (texts ?? []).entries()) {
        const tool = tools?.[index];
        if (tool !== undefined) tool.tokens = countTokens(text);
      }
    stack.changed();
    tell('Counted.');
  } catch {
    tell('The tokenizer could not be loaded. Try again.');
  }
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
