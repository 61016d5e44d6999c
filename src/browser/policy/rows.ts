import { shown } from '../../core/present/shown.ts';
import type { Decision } from '../../core/recommend/decision-table.ts';
import { element } from '../element.ts';
import { Row } from './row.ts';
import type { Bench, Workbench } from './workbench.ts';

/** The list of tools, a row each, kept in step with the policy. */
export class Rows {
  readonly #workbench: Workbench;
  readonly #list = element('rows', HTMLDivElement);
  readonly #fields = element('row-fields', HTMLFieldSetElement);
  readonly #status = element('rows-status', HTMLElement);
  readonly #filter = element('row-filter', HTMLInputElement);
  readonly #kind = element('row-kind', HTMLSelectElement);
  readonly #decision = element('shown-decision', HTMLSelectElement);
  readonly #decide = element('shown-decide', HTMLButtonElement);
  #rows = new Map<string, Row>();

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    workbench.show((bench) => this.#show(bench));
    this.#filter.addEventListener('input', () => this.#sift());
    this.#kind.addEventListener('change', () => this.#sift());
    this.#decide.addEventListener('click', () => this.#decideShown());
  }

  /** Brings the keyboard to the row of a tool, named as it is or as pages show it; false where there is none. */
  focus(tool: string): boolean {
    const [, row] = [...this.#rows].find(([name]) => name === tool || shown(name) === tool) ?? [];
    row?.item.scrollIntoView({ block: 'center' });
    row?.focus();
    return row !== undefined;
  }

  #show(bench: Bench): void {
    const names = bench.rows.map(({ record }) => record.tool);
    const isSame = names.length === this.#rows.size && names.every((name) => this.#rows.has(name));
    if (!isSame) this.#build(bench, names);
    for (const row of bench.rows) {
      const { tool } = row.record;
      const recommended = bench.records?.find((record) => record.tool === tool)?.limit ?? null;
      this.#rows.get(tool)?.show(row, recommended);
    }
    const isBroken = bench.policy === null && bench.text !== '';
    this.#fields.disabled = isBroken;
    this.#status.textContent = isBroken
      ? 'The text of the policy has a mistake. These rows show the last policy that was in order, and wait until it is mended.'
      : tally(bench);
    this.#sift();
  }

  #build({ subject }: Bench, names: readonly string[]): void {
    const places = new Map(subject.records?.map(({ tool }, index) => [tool, index]));
    const rows = [...new Set(names)].map((name, index) => {
      const note = subject.notes[places.get(name) ?? -1];
      return [name, new Row(`row-${index}`, name, note, (record) => this.#workbench.set(record))] as const;
    });
    this.#rows = new Map(rows);
    this.#list.replaceChildren(...rows.map(([, row]) => row.item));
    this.#filter.value = '';
    this.#kind.value = '';
    element('row-sieve', HTMLElement).hidden = rows.length < 2;
  }

  #sift(): void {
    const wanted = this.#filter.value.toLowerCase();
    for (const row of this.#rows.values()) row.sift(wanted, this.#kind.value);
    this.#decide.textContent = `Set ${this.#shown().length} shown`;
  }

  #shown(): Row[] {
    return [...this.#rows.values()].filter(({ item }) => !item.hidden);
  }

  /** One decision for every tool that the filter leaves. */
  #decideShown(): void {
    const decision = this.#decision.value as Decision;
    const [problem] = this.#workbench.set(...this.#shown().map((row) => row.decided(decision)));
    if (problem !== undefined) this.#status.textContent = `${problem.message} ${problem.instead}`;
  }
}

function tally({ rows }: Bench): string {
  if (rows.length === 0) return 'No tool yet: load a server, paste definitions, or write a policy.';
  const of = (decision: string): number => rows.filter(({ record }) => record.decision === decision).length;
  return `${rows.length} ${rows.length === 1 ? 'tool' : 'tools'}: ${of('allow')} allowed, ${of('ask')} to ask about, ${of('deny')} denied, ${of('hide')} hidden.`;
}
