import { FACETS, type Filters } from '../../core/search/narrow.ts';
import { parseQuery, type Query, withoutFilters } from '../../core/search/query.ts';
import { element, make } from '../element.ts';
import { chosenFacets, drawFacets } from './facets.ts';
import { type Found, find } from './find.ts';
import { clearFullText, offerFullText } from './full-text.ts';
import { toolsInWords } from './in-words.ts';
import { type IndexFiles, searchFiles } from './index-files.ts';
import { nothingFound } from './nothing-found.ts';
import { items } from './result-items.ts';
import { moveOnArrows } from './result-keys.ts';
import { serverHref, serverParts, serversFound } from './servers-found.ts';
import { isEmpty, readState, type SearchState, writeState } from './state.ts';

const PAGE = 20;
const SERVERS = 3;
const box = element('q', HTMLInputElement);
const form = element('facets', HTMLFormElement);
const list = element('results', HTMLOListElement);
const serverList = element('server-results', HTMLUListElement);
const more = element('more', HTMLButtonElement);
const answers = element('answers', HTMLElement);
const status = element('search-status', HTMLElement);
const otherwise = element('otherwise', HTMLElement);

// Open where there is room beside the results.
element('narrow', HTMLDetailsElement).open = matchMedia('(min-width: 56rem)').matches;

let latest = 0;
let showMore = async (): Promise<void> => {};

/** The typed filters and the ticked ones narrow alike. */
function queryOf({ q, filters }: SearchState): Query {
  const query = parseQuery(q);
  const both = (facet: keyof Filters): string[] => [...query.filters[facet], ...filters[facet]];
  return {
    ...query,
    filters: { risk: both('risk'), category: both('category'), flag: both('flag'), server: both('server') },
  };
}

async function run(state: SearchState): Promise<void> {
  const turn = ++latest;
  if (list.children.length === 0) status.textContent = 'Searching…';
  const index = await searchFiles();
  const query = queryOf(state);
  let last: Found | undefined;
  for await (const found of find(index, query)) {
    const shown = isEmpty(state) ? [] : await items(index, found.tools.slice(0, PAGE), query.text);
    if (turn !== latest) return;
    last = found;
    serverList.replaceChildren(...serverItems(index, query, found));
    list.replaceChildren(...shown);
    clearFullText();
  }
  if (last !== undefined) await conclude(index, state, query, last, turn);
}

/** What stands around the results once all of them are known. */
async function conclude(
  index: IndexFiles,
  state: SearchState,
  query: Query,
  found: Found,
  turn: number,
): Promise<void> {
  const { tools, unknown, counts, filters } = found;
  drawFacets(form, index.root.servers, counts, filters);
  const lead = unknown.map(({ facet, value }) => `No ${facet} is called “${value}”. `).join('');
  const total = tools.length === 0 ? 'No tool found.' : toolsInWords(tools.length);
  status.textContent = isEmpty(state) ? 'Type a name, or choose what to list.' : lead + total;
  let next = PAGE;
  more.hidden = isEmpty(state) || tools.length <= next;
  showMore = async () => {
    const fresh = await items(index, tools.slice(next, next + PAGE));
    next += PAGE;
    list.append(...fresh);
    more.hidden = tools.length <= next;
    fresh[0]?.querySelector('a')?.focus();
  };
  const instead = tools.length > 0 ? [] : await nothingFound(index, query, found);
  if (turn !== latest) return;
  otherwise.replaceChildren(...instead);
  await offerFullText(index, query, found, () => turn === latest);
}

function serverItems(index: IndexFiles, { text }: Query, { tools, filters }: Found): HTMLLIElement[] {
  const servers = tools.length === 0 ? [] : serversFound(index, text, filters.server).slice(0, SERVERS);
  return servers.map((server) => {
    const link = make('a', '');
    link.href = serverHref(server);
    return make('li', 'hit', ...serverParts(server, link));
  });
}

function failed(): void {
  status.textContent = 'The search index could not be loaded. Every tool is also listed under its server.';
}

/** While one goes on typing the address changes in place; whatever else changes it can be gone back from. */
let settled = true;

function go(state: SearchState, isTyping: boolean): void {
  const address = location.pathname + writeState(state);
  if (isTyping && !settled) history.replaceState(null, '', address);
  else if (address !== location.pathname + location.search) history.pushState(null, '', address);
  settled = !isTyping;
  run(state).catch(failed);
}

function fromAddress(): void {
  const state = readState(location.search);
  settled = true;
  box.value = state.q;
  run(state).catch(failed);
}

box.addEventListener('input', () => go({ q: box.value, filters: readState(location.search).filters }, true));
box.addEventListener('change', () => {
  settled = true;
});
form.addEventListener('change', () => {
  // What was typed as a filter is ticked now, and unticking it must do something.
  if (FACETS.some((facet) => parseQuery(box.value).filters[facet].length > 0))
    box.value = withoutFilters(box.value);
  go({ q: box.value, filters: chosenFacets(form) }, false);
});
box.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  answers.querySelector('a')?.focus();
});
addEventListener('popstate', fromAddress);
more.addEventListener('click', () => showMore());
moveOnArrows(box, answers);
// Nothing is fetched before there is something to search for or a reader shows that there will be.
if (isEmpty(readState(location.search))) box.addEventListener('focus', fromAddress, { once: true });
else fromAddress();
