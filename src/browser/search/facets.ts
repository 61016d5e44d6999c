import { type Counts, FACETS, type Facet, type Filters } from '../../core/search/narrow.ts';
import { CATEGORY_WORDS, FLAG_WORDS, RISK_WORDS, type SearchRoot } from '../../core/search/root.ts';
import { make } from '../element.ts';

const LEGEND: Record<Facet, string> = { risk: 'Risk', category: 'Category', flag: 'Flag', server: 'Server' };
const MOST = 12;

interface Value {
  id: string;
  label: string;
  tools: number;
}

/** Draws the facets with their counts; what is chosen stays visible even at zero. */
export function drawFacets(
  form: HTMLFormElement,
  servers: SearchRoot['servers'],
  counts: Counts,
  chosen: Filters,
): void {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
  const values: Record<Facet, Value[]> = {
    risk: RISK_WORDS.map((id, at) => ({ id, label: id, tools: counts.risk[at] ?? 0 })),
    category: CATEGORY_WORDS.map((id, at) => ({ id, label: id, tools: counts.category[at] ?? 0 })),
    flag: FLAG_WORDS.map((id, at) => ({ id, label: id, tools: counts.flag[at] ?? 0 })),
    server: servers
      .map(([id, label], at) => ({ id, label, tools: counts.server[at] ?? 0 }))
      .sort((a, b) => b.tools - a.tools),
  };
  const sets = FACETS.map((facet) => fieldset(facet, values[facet], chosen[facet]));
  form.replaceChildren(...sets.filter((set) => set.childElementCount > 1));
  form.hidden = false;
  if (focused !== '' && form.contains(document.getElementById(focused)))
    document.getElementById(focused)?.focus();
}

function fieldset(facet: Facet, values: readonly Value[], chosen: readonly string[]): HTMLFieldSetElement {
  const there = values.filter(({ id, tools }) => tools > 0 || chosen.includes(id));
  const first = there.filter(({ id }, index) => index < MOST || chosen.includes(id));
  const set = make('fieldset', '', make('legend', '', LEGEND[facet]));
  set.append(...first.map((value) => choice(facet, value, chosen.includes(value.id))));
  const left = there.length - first.length;
  if (left > 0) set.append(make('p', '', `${left} more: type server: and a name to choose one of them.`));
  return set;
}

function choice(facet: Facet, { id, label, tools }: Value, checked: boolean): HTMLLabelElement {
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.name = facet;
  input.value = id;
  input.checked = checked;
  input.id = `${facet}-${id}`;
  const word = make('span', '', label);
  if (facet === 'risk') {
    word.className = 'risk';
    word.dataset['risk'] = id;
  }
  return make('label', '', input, word, make('b', '', String(tools)));
}

/** What is ticked in the form. */
export function chosenFacets(form: HTMLFormElement): Filters {
  const data = new FormData(form);
  const of = (facet: Facet) => data.getAll(facet).map(String);
  return { risk: of('risk'), category: of('category'), flag: of('flag'), server: of('server') };
}
