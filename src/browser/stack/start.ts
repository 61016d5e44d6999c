import type { Finding } from '../../core/finding.ts';
import { shownLine } from '../../core/present/shown.ts';
import { fillCatalogue, rowFor } from '../catalogue-list.ts';
import { element, make } from '../element.ts';
import { lookupRows } from '../summaries.ts';
import { addConfigured, addDefinitions, addPicked } from './filling.ts';
import type { Stack } from './stack.ts';

/** Says what became of the last step, to everybody. */
export function tell(message: string): void {
  element('stack-status', HTMLElement).textContent = message;
}

/** The two ways in: a pasted text, and a server of the catalogue. */
export function attachStart(stack: Stack): void {
  const area = element('pasted', HTMLTextAreaElement);
  element('paste', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void take(stack, area);
  });
  const input = element('pick', HTMLInputElement);
  input.addEventListener('focus', () => void fillCatalogue(), { once: true });
  element('pick-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void pick(stack, input);
  });
  element('clear', HTMLButtonElement).addEventListener('click', () => {
    stack.clear();
    tell('The stack is empty.');
    area.focus();
  });
}

/** A text that was read is let go of: it may hold secrets, and a browser may keep what stands in a field. */
async function take(stack: Stack, area: HTMLTextAreaElement): Promise<void> {
  tell('Reading…');
  try {
    const { readPastedText } = await import('./pasted-text.ts');
    const { pasted, findings } = readPastedText(area.value);
    showTroubles(element('troubles', HTMLElement), area, findings);
    if (pasted === null)
      return tell(`Nothing was taken: ${count(findings.length, 'problem')}, told below the text.`);
    area.value = '';
    if (pasted.kind === 'definitions') {
      await addDefinitions(stack, pasted.definitions, null);
      return tell(
        `Read ${count(pasted.definitions.length, 'definition')} in this page; nothing was sent anywhere.`,
      );
    }
    await addConfigured(stack, pasted.servers);
    const unknown = stack.members.filter(({ state }) => state === 'unknown').length;
    tell(
      `Read ${count(pasted.servers.length, 'server')} in this page; nothing of the text was sent anywhere or kept. ${unknown === 0 ? 'All that run are in the catalogue.' : `${unknown} ${unknown === 1 ? 'is' : 'are'} unknown: see below.`}`,
    );
  } catch {
    tell('The rules or the list of servers could not be loaded. Try again.');
  }
}

/** Problems of a pasted text as a list, each with a way to its line. */
export function showTroubles(
  list: HTMLElement,
  area: HTMLTextAreaElement,
  findings: readonly Finding[],
): void {
  area.setAttribute('aria-invalid', `${findings.length > 0}`);
  list.replaceChildren(
    ...findings.map(({ line, message, hint }) => {
      const go = make('button', '', `Line ${line ?? 1}`);
      go.type = 'button';
      go.addEventListener('click', () => moveTo(area, line ?? 1));
      return make('li', '', go, ` ${shownLine(message)} ${shownLine(hint)}`);
    }),
  );
}

function moveTo(area: HTMLTextAreaElement, line: number): void {
  const starts = [0, ...[...area.value.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const start = starts[line - 1] ?? 0;
  area.focus();
  area.setSelectionRange(start, (starts[line] ?? area.value.length + 1) - 1);
  area.scrollTop = (area.scrollHeight / starts.length) * Math.max(0, line - 4);
}

async function pick(stack: Stack, input: HTMLInputElement): Promise<void> {
  try {
    const row = rowFor(input.value, await lookupRows());
    if (row === null) return tell('The catalogue has no such server: choose one of the list.');
    input.value = '';
    await addPicked(stack, row);
    tell(`Added ${row.title}.`);
  } catch {
    tell('The list of servers could not be loaded. Try again.');
  }
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
