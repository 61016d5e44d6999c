import { type Comparison, comparisonOf } from '../../core/present/stack/comparison.ts';
import type { ServerSummary } from '../../core/present/stack/summary.ts';
import { make } from '../element.ts';

type Cells = Comparison['groups'][number]['rows'][number]['cells'];

/** The table of `Comparison.astro`, for servers that were chosen here. */
export function comparisonTable(summaries: readonly ServerSummary[]): HTMLElement {
  const { servers, groups, shared, more } = comparisonOf(summaries);
  const head = make('tr', '', make('td', ''));
  for (const { title, href, vendor } of servers) {
    const cell = make('th', '', linked(title, href), ` ${vendor}`);
    cell.scope = 'col';
    head.append(cell);
  }
  const table = make('table', 'compared', make('thead', '', head));
  for (const { label, rows } of groups) {
    const body = make('tbody', '', spanning(label, 'rowgroup', servers.length));
    body.append(
      ...rows.map((row) => line(row.risk === null ? row.label : level(row.label), row.cells, false)),
    );
    table.append(body);
  }
  if (shared.length > 0) {
    const body = make('tbody', '', spanning('Tools of the same name', 'rowgroup', servers.length));
    body.append(...shared.map(({ name, cells }) => line(make('code', '', name), cells, true)));
    if (more > 0) body.append(spanning(`and ${more} more`, 'row', servers.length));
    table.append(body);
  }
  const section = make('section', 'scroll', table);
  section.tabIndex = 0;
  section.ariaLabel = `Comparison of ${servers.map(({ title }) => title).join(' and ')}`;
  return section;
}

function line(label: Node | string, cells: Cells, isLevel: boolean): HTMLTableRowElement {
  const head = make('th', '', label);
  head.scope = 'row';
  const made = make('tr', '', head);
  for (const { text, links } of cells) {
    const cell = make('td', text === '0' ? 'zero' : '');
    for (const link of links) {
      const anchor = linked(link.text, link.href);
      cell.append(isLevel ? asLevel(anchor) : anchor);
    }
    cell.append(` ${text}`);
    made.append(cell);
  }
  return made;
}

function level(word: string): HTMLElement {
  return asLevel(make('span', '', word));
}

/** A level by word, shape and colour. */
function asLevel<E extends HTMLElement>(word: E): E {
  word.className = 'risk';
  word.dataset['risk'] = word.textContent ?? '';
  return word;
}

function spanning(label: string, scope: string, servers: number): HTMLTableRowElement {
  const head = make('th', '', label);
  head.scope = scope;
  head.colSpan = servers + 1;
  return make('tr', '', head);
}

function linked(text: string, href: string): HTMLAnchorElement {
  const link = make('a', '', text);
  link.href = href;
  return link;
}
