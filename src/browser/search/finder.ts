import style from '../../styles/search.css?url';
import { addStyle } from '../add-style.ts';
import { make, say } from '../element.ts';
import { type Answer, answers } from './answers.ts';

const FAILED = 'The search index could not be loaded. Every tool is also listed under its server.';

/** Turns the search box of a page into a combobox with a list of links under it. */
export function attachFinder(box: HTMLInputElement): void {
  const list = make('div', 'options');
  list.id = 'found';
  list.role = 'listbox';
  list.ariaLabel = 'Found';
  list.hidden = true;
  box.after(list);
  box.role = 'combobox';
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-autocomplete', 'list');
  box.ariaExpanded = 'false';

  let latest = 0;
  const look = async (): Promise<void> => {
    const turn = ++latest;
    for await (const answer of answers(box.value)) {
      if (turn !== latest) return;
      show(box, list, answer);
      say(answer.note);
    }
  };
  const start = (): void => {
    look().catch(() => say(FAILED));
  };
  box.addEventListener('input', () => {
    // What was chosen for another text must not be opened while the answer to this one is on its way.
    choose(box, [...list.querySelectorAll('a')], -1);
    start();
  });
  box.addEventListener('focus', start);
  box.addEventListener('keydown', (event) => onKey(event, box, list));
  for (const leaving of ['focusin', 'click'])
    document.addEventListener(leaving, ({ target }) => {
      if (target instanceof Node && target !== box && !list.contains(target)) close(box, list);
    });
  addStyle(style, start);
}

/** Lists an answer. What was chosen with the arrow keys stays chosen where a further answer lists it as well. */
function show(box: HTMLInputElement, list: HTMLElement, { options, isFirstChosen = false }: Answer): void {
  const before = list.querySelector<HTMLAnchorElement>('[aria-selected=true]')?.href;
  const links = options.map(({ href, parts }, index) => {
    const option = make('a', 'hit', ...parts);
    option.href = href;
    option.id = `found-${index}`;
    option.role = 'option';
    option.tabIndex = -1;
    return option;
  });
  list.replaceChildren(...links);
  list.hidden = links.length === 0;
  box.ariaExpanded = String(links.length > 0);
  const kept = links.findIndex(({ href }) => href === before);
  choose(box, links, kept >= 0 || !isFirstChosen ? kept : 0);
}

/** Marks the option that Enter opens; none below zero, and then Enter asks the search page. */
function choose(box: HTMLInputElement, options: readonly HTMLAnchorElement[], at: number): void {
  for (const [index, option] of options.entries()) option.ariaSelected = String(index === at);
  if (at >= 0) box.setAttribute('aria-activedescendant', `found-${at}`);
  else box.removeAttribute('aria-activedescendant');
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
  choose(box, options, next);
  options[next]?.scrollIntoView({ block: 'nearest' });
}
