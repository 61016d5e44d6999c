import style from '../../styles/search.css?url';
import { addStyle } from '../add-style.ts';
import { make, say } from '../element.ts';
import { answers, type Option } from './answers.ts';

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
    for await (const { options, note } of answers(box.value)) {
      if (turn !== latest) return;
      show(box, list, options);
      say(note);
    }
  };
  const start = (): void => {
    look().catch(() => say(FAILED));
  };
  box.addEventListener('input', start);
  box.addEventListener('focus', start);
  box.addEventListener('keydown', (event) => onKey(event, box, list));
  for (const leaving of ['focusin', 'click'])
    document.addEventListener(leaving, ({ target }) => {
      if (target instanceof Node && target !== box && !list.contains(target)) close(box, list);
    });
  addStyle(style, start);
}

function show(box: HTMLInputElement, list: HTMLElement, options: readonly Option[]): void {
  const links = options.map(({ href, parts }, index) => {
    const option = make('a', 'hit', ...parts);
    option.href = href;
    option.id = `found-${index}`;
    option.role = 'option';
    option.tabIndex = -1;
    option.ariaSelected = 'false';
    return option;
  });
  list.replaceChildren(...links);
  list.hidden = links.length === 0;
  box.ariaExpanded = String(links.length > 0);
  box.removeAttribute('aria-activedescendant');
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
