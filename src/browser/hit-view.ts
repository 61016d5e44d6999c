import type { Hit } from './hit.ts';

/** Fills an element with one hit. Only text nodes: names and titles are text of strangers. */
export function fillHit(into: HTMLElement, hit: Hit, name: HTMLElement): void {
  into.classList.add('hit');
  name.classList.add('name');
  name.textContent = hit.name;
  const risk = part('risk', hit.risk);
  risk.dataset['risk'] = hit.risk;
  into.append(name, risk, part('of', `${hit.category}, ${hit.server}`));
}

function part(className: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}
