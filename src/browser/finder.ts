import { exactFirst, type Hit, NO_FILTERS } from './hit.ts';
import { fillHit } from './hit-view.ts';
import { exactMatches } from './names.ts';
import { searchIndex } from './pagefind.ts';

const SHOWN = 8;

/** Turns the search box of a page into a combobox with a list of links under it. */
export function attachFinder(box: HTMLInputElement): void {
  const list = document.createElement('div');
  list.className = 'options';
  list.id = 'found';
  list.role = 'listbox';
  list.ariaLabel = 'Tools found';
  list.hidden = true;
  box.after(list);
  box.role = 'combobox';
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-autocomplete', 'list');
  box.ariaExpanded = 'false';

  let latest = 0;
  const look = async () => {
    const turn = ++latest;
    const hits = await find(box.value);
    if (turn === latest) show(box, list, hits);
  };
  box.addEventListener('input', look);
  box.addEventListener('focus', look);
  box.addEventListener('keydown', (event) => onKey(event, box, list));
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Node && target !== box && !list.contains(target)) close(box, list);
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && target !== box && !list.contains(target)) close(box, list);
  });
  if (box.value !== '') void look();
}

async function find(typed: string): Promise<Hit[]> {
  if (typed.trim() === '') return [];
  const [exact, found] = await Promise.all([
    exactMatches(typed),
    searchIndex(typed, NO_FILTERS).then(({ hits }) => hits(0, SHOWN)),
  ]);
  return exactFirst(exact, found).slice(0, SHOWN);
}

function show(box: HTMLInputElement, list: HTMLElement, hits: readonly Hit[]): void {
  list.replaceChildren(
    ...hits.map((hit, index) => {
      const option = document.createElement('a');
      option.href = hit.href;
      option.id = `found-${index}`;
      option.role = 'option';
      option.tabIndex = -1;
      option.ariaSelected = 'false';
      fillHit(option, hit, document.createElement('b'));
      return option;
    }),
  );
  list.hidden = hits.length === 0;
  box.ariaExpanded = String(hits.length > 0);
  box.removeAttribute('aria-activedescendant');
  const said = document.getElementById('said');
  if (said !== null && box.value.trim() !== '') {
    said.textContent =
      hits.length === 0 ? 'No tool found.' : `${hits.length} tools found; the arrow keys choose one.`;
  }
}

function close(box: HTMLInputElement, list: HTMLElement): void {
  list.hidden = true;
  box.ariaExpanded = 'false';
  box.removeAttribute('aria-activedescendant');
}

function onKey(event: KeyboardEvent, box: HTMLInputElement, list: HTMLElement): void {
  const options = [...list.querySelectorAll('a')];
  const at = options.findIndex((option) => option.ariaSelected === 'true');
  if (event.key === 'Escape' && !list.hidden) {
    // A browser would also empty the box.
    event.preventDefault();
    close(box, list);
  }
  if (event.key === 'Enter' && at >= 0 && !list.hidden) {
    event.preventDefault();
    options[at]?.click();
  }
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || options.length === 0) return;
  event.preventDefault();
  list.hidden = false;
  box.ariaExpanded = 'true';
  const next = (at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1) + options.length) % options.length;
  for (const [index, option] of options.entries()) option.ariaSelected = String(index === next);
  options[next]?.scrollIntoView({ block: 'nearest' });
  box.setAttribute('aria-activedescendant', `found-${next}`);
}
