import { make } from '../element.ts';
import type { Hit } from './hit.ts';

/** One hit as the parts of a line. Only text nodes: names and titles are text of strangers. */
export function hitParts(hit: Hit, name: HTMLElement): HTMLElement[] {
  name.classList.add('name');
  name.textContent = hit.name;
  const risk = make('span', 'risk', hit.risk);
  risk.dataset['risk'] = hit.risk;
  return [name, risk, make('span', 'of', `${hit.category}, ${hit.server}`)];
}
