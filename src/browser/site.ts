import { addCopyButtons } from './copy.ts';
import { addThemeToggle } from './theme.ts';

/**
 * The one script of every page. It stays tiny: what searching needs is fetched when a search box is first used.
 */
const box = document.querySelector<HTMLInputElement>('[data-search]');

addThemeToggle();
addCopyButtons();

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  box?.focus();
  box?.select();
});

const forms = document.querySelector<HTMLElement>('[data-records]');
if (forms !== null) import('./control/attach.ts').then(({ attachControl }) => attachControl(forms));

if (box?.dataset['search'] === '') {
  const start = () => import('./search/finder.ts').then(({ attachFinder }) => attachFinder(box));
  if (document.activeElement === box) start();
  else box.addEventListener('focus', start, { once: true });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
