import { element } from './element.ts';
import { chosenFacets, drawFacets } from './facets.ts';
import { exactFirst, type Hit, passes } from './hit.ts';
import { fillHit } from './hit-view.ts';
import { exactMatches } from './names.ts';
import { allCounts, type Found, searchIndex } from './pagefind.ts';
import { isEmpty, readState, type SearchState, writeState } from './search-state.ts';

const PAGE = 30;
const box = element('q', HTMLInputElement);
const form = element('facets', HTMLFormElement);
const list = element('results', HTMLOListElement);
const more = element('more', HTMLButtonElement);
const status = element('search-status', HTMLElement);

// Open where there is room beside the results.
element('narrow', HTMLDetailsElement).open = matchMedia('(min-width: 56rem)').matches;

let latest = 0;
let showMore = async () => {};

async function run(state: SearchState): Promise<void> {
  const turn = ++latest;
  if (list.children.length === 0) status.textContent = 'Searching…';
  const counts = await allCounts();
  if (isEmpty(state)) {
    if (turn !== latest) return;
    drawFacets(form, counts, state.filters);
    list.replaceChildren();
    more.hidden = true;
    status.textContent = 'Type a name, or choose what to list.';
    return;
  }
  const [exact, found] = await Promise.all([exactMatches(state.q), searchIndex(state.q, state.filters)]);
  const first = await found.hits(0, PAGE);
  if (turn !== latest) return;
  drawFacets(form, found.counts, state.filters);
  present(leading(exact, first, state), first, found);
}

/** The name index knows no flags: under a flag only those exact names lead that the full-text index confirms. */
function leading(exact: readonly Hit[], first: readonly Hit[], { filters }: SearchState): Hit[] {
  const confirmed = new Set(first.map(({ href }) => href));
  return exact.filter(
    (hit) => passes(hit, filters) && (filters.flag.length === 0 || confirmed.has(hit.href)),
  );
}

function present(exact: readonly Hit[], first: readonly Hit[], found: Found): void {
  const shown = new Set(exact.map(({ href }) => href));
  list.replaceChildren(...exactFirst(exact, first).map(item));
  const total = Math.max(found.total, list.children.length);
  status.textContent = total === 0 ? 'No tool found.' : `${total} ${total === 1 ? 'tool' : 'tools'}`;
  let next = PAGE;
  more.hidden = found.total <= next;
  showMore = async () => {
    const hits = await found.hits(next, next + PAGE);
    next += PAGE;
    const fresh = hits.filter(({ href }) => !shown.has(href)).map(item);
    list.append(...fresh);
    more.hidden = found.total <= next;
    fresh[0]?.querySelector('a')?.focus();
  };
}

function item(hit: Hit): HTMLLIElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = hit.href;
  fillHit(entry, hit, link);
  return entry;
}

function failed(): void {
  status.textContent = 'The search index could not be loaded. Every tool is also listed under its server.';
}

function changed(): void {
  const state = {
    q: box.value,
    filters: form.hidden ? readState(location.search).filters : chosenFacets(form),
  };
  history.replaceState(null, '', location.pathname + writeState(state));
  run(state).catch(failed);
}

const initial = readState(location.search);
box.value = initial.q;
box.addEventListener('input', changed);
form.addEventListener('change', changed);
box.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  list.querySelector('a')?.focus();
});
more.addEventListener('click', () => showMore());
// Nothing is fetched before there is something to search for or a reader shows that there will be.
if (isEmpty(initial))
  box.addEventListener('focus', () => list.children.length === 0 && changed(), { once: true });
else run(initial).catch(failed);
