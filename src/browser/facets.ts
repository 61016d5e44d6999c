import { FACETS, type Facet, type Filters } from './hit.ts';

const LEGEND: Record<Facet, string> = { risk: 'Risk', category: 'Category', flag: 'Flag', server: 'Server' };
const LEVELS = ['Critical', 'High', 'Medium', 'Low', 'Unrated'];
const MOST = 12;

/** Draws the facets with their counts; what is chosen stays visible even at zero. */
export function drawFacets(
  form: HTMLFormElement,
  counts: Partial<Record<Facet, Record<string, number>>>,
  chosen: Filters,
): void {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
  const sets = FACETS.map((facet) => fieldset(facet, counts[facet] ?? {}, chosen[facet]));
  form.replaceChildren(...sets.filter((set) => set.childElementCount > 1));
  form.hidden = false;
  if (focused !== '' && form.querySelector(`[id="${CSS.escape(focused)}"]`))
    document.getElementById(focused)?.focus();
}

function fieldset(
  facet: Facet,
  counts: Record<string, number>,
  chosen: readonly string[],
): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = LEGEND[facet];
  const values = order(facet, counts, chosen);
  const first = values.filter((value, index) => index < MOST || chosen.includes(value));
  set.append(
    legend,
    ...first.map((value, index) => choice(facet, value, counts[value] ?? 0, chosen.includes(value), index)),
  );
  if (values.length > first.length) {
    const more = document.createElement('p');
    more.textContent = `${values.length - first.length} more; narrow the search to see them.`;
    set.append(more);
  }
  return set;
}

function order(facet: Facet, counts: Record<string, number>, chosen: readonly string[]): string[] {
  const values = [
    ...new Set([...Object.keys(counts).filter((value) => (counts[value] ?? 0) > 0), ...chosen]),
  ];
  if (facet === 'risk') return LEVELS.filter((level) => values.includes(level));
  return values.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1));
}

function choice(
  facet: Facet,
  value: string,
  count: number,
  checked: boolean,
  index: number,
): HTMLLabelElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.name = facet;
  input.value = value;
  input.checked = checked;
  input.id = `${facet}-${facet === 'server' ? index : value}`;
  const word = document.createElement('span');
  word.textContent = value;
  if (facet === 'risk') {
    word.className = 'risk';
    word.dataset['risk'] = value;
  }
  const number = document.createElement('b');
  number.textContent = String(count);
  label.append(input, word, number);
  return label;
}

/** What is ticked in the form. */
export function chosenFacets(form: HTMLFormElement): Filters {
  const data = new FormData(form);
  const of = (facet: Facet) => data.getAll(facet).map(String);
  return { risk: of('risk'), category: of('category'), flag: of('flag'), server: of('server') };
}
