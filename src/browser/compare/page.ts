import type { LookupRow } from '../../core/present/stack/lookup.ts';
import { fillCatalogue, rowFor } from '../catalogue-list.ts';
import { readChosen, writeChosen } from '../chosen-servers.ts';
import { button, element, make } from '../element.ts';
import { lookupRows, summaryOf } from '../summaries.ts';

const MOST = 4;

let chosen: LookupRow[] = [];
/** What the page came with. */
const example = [...element('comparison', HTMLElement).childNodes];

function tell(message: string): void {
  element('compare-status', HTMLElement).textContent = message;
}

/** Shows the servers that the address names, and no others; where it names none, the example that the page came with. */
async function follow(): Promise<void> {
  const ids = readChosen(location.hash);
  if (ids.length === 0) {
    chosen = [];
    showChosen();
    compared(...example);
    return tell('');
  }
  if (chosen.length === 0) compared();
  try {
    const rows = await lookupRows();
    const found = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    chosen = found.slice(0, MOST);
    const missing =
      found.length < ids.length ? 'The address names a server that the catalogue does not have. ' : '';
    const cut = found.length > MOST ? `Only ${MOST} servers are compared at a time. ` : '';
    await draw(missing + cut);
  } catch {
    tell('The list of servers could not be loaded. Load the page again.');
  }
}

async function draw(before: string): Promise<void> {
  showChosen();
  if (chosen.length < 2) {
    compared(...(chosen.length === 0 ? example : []));
    return tell(`${before}Add ${chosen.length === 0 ? 'two servers' : 'one more server'} to compare.`);
  }
  const wanted = chosen;
  try {
    const summaries = await Promise.all(wanted.map(({ id }) => summaryOf(id)));
    const { comparisonTable } = await import('./table.ts');
    if (wanted !== chosen) return;
    compared(comparisonTable(summaries));
    tell(`${before}Comparing ${wanted.map(({ title }) => title).join(' and ')}.`);
  } catch {
    if (wanted !== chosen) return;
    compared();
    tell('A server could not be loaded. Try again.');
  }
}

/** A heading without anything below it would only confuse. */
function compared(...shown: Node[]): void {
  element('comparison', HTMLElement).replaceChildren(...shown);
  element('side-by-side', HTMLElement).hidden = shown.length === 0;
}

function showChosen(): void {
  const list = element('compared', HTMLUListElement);
  list.hidden = chosen.length === 0;
  list.replaceChildren(
    ...chosen.map((row) => {
      const remove = button('Remove', () => choose(chosen.filter((one) => one !== row)));
      remove.ariaLabel = `Remove ${row.title}`;
      return make('li', '', `${row.title} (${row.id}) `, remove);
    }),
  );
}

/** The address holds what is compared, so that it can be shared; the way back leads through what was compared before. */
function choose(rows: readonly LookupRow[]): void {
  chosen = [...rows];
  history.pushState(null, '', location.pathname + writeChosen(chosen.map(({ id }) => id)));
  void draw('');
}

async function add(input: HTMLInputElement): Promise<void> {
  const rows = await lookupRows().catch(() => null);
  if (rows === null) return tell('The list of servers could not be loaded. Try again.');
  const row = rowFor(input.value, rows);
  if (row === null) return tell('The catalogue has no such server: choose one of the list.');
  if (chosen.some(({ id }) => id === row.id)) return tell(`${row.title} is compared already.`);
  if (chosen.length === MOST) return tell(`${MOST} servers are compared already: remove one first.`);
  input.value = '';
  choose([...chosen, row]);
}

/** Each pair of the page gets a way to compare it here. */
function linkPairs(): void {
  for (const item of document.querySelectorAll<HTMLElement>('#pairs [data-servers]')) {
    const link = make('a', '', 'Compare them');
    link.href = writeChosen((item.dataset['servers'] ?? '').split(','));
    item.append(' ', link);
  }
}

const form = element('compare-form', HTMLFormElement);
const input = element('compare-pick', HTMLInputElement);
form.hidden = false;
input.addEventListener('focus', () => void fillCatalogue(), { once: true });
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void add(input);
});
linkPairs();
addEventListener('hashchange', () => void follow());
addEventListener('popstate', () => void follow());
void follow();
