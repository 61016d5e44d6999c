import type { Window } from '../../core/policy/policy.ts';
import type { Problem } from '../../core/policy/validation/problem.ts';
import { shownLine } from '../../core/present/shown.ts';
import type { Cap, Decision } from '../../core/recommend/decision-table.ts';
import { bareRecord, type PolicyRow } from '../../core/targets/policy-rows.ts';
import { hasArgumentRules, type PolicyRecord } from '../../core/targets/record.ts';
import type { RecordNote } from '../../core/targets/record-note.ts';
import { choice, make } from '../element.ts';
import { RulesForm } from './rules-form.ts';

const DECISIONS = [
  ['allow', 'Allow'],
  ['ask', 'Ask'],
  ['deny', 'Deny'],
  ['hide', 'Hide'],
  ['custom', 'Custom'],
] as const;

const WINDOWS = [
  ['', 'no limit'],
  ['minute', 'a minute'],
  ['hour', 'an hour'],
  ['day', 'a day'],
] as const;

/** The cap of a tool that is allowed though nothing of the kind is recommended. */
const CAUTIOUS: Cap = { max: 5, window: 'hour' };

/** The line of one tool: its decision, its limit, and its conditions where it has some. */
export class Row {
  readonly item = make('div', 'row');
  readonly #words: ReadonlySet<string>;
  readonly #name: string;
  readonly #decision = choice(DECISIONS);
  readonly #max = make('input', 'max');
  readonly #window = choice(WINDOWS);
  readonly #limit: HTMLElement;
  readonly #note = make('p', 'trouble');
  readonly #rules: RulesForm;
  readonly #change: (record: PolicyRecord) => readonly Problem[];
  #record = bareRecord('');
  #recommended: PolicyRecord['limit'] = null;

  constructor(
    id: string,
    tool: string,
    note: RecordNote | undefined,
    change: (record: PolicyRecord) => readonly Problem[],
  ) {
    const name = shownLine(tool);
    this.#name = tool.toLowerCase();
    this.#words = new Set(note === undefined ? [] : [note.category, note.risk ?? 'Unrated']);
    this.#change = change;
    this.#rules = new RulesForm(`${id}-paths`, note?.parameters ?? [], (rules) =>
      this.#set({ ...this.#record, ...rules }),
    );
    this.#max.type = 'number';
    this.#max.min = '1';
    this.#max.ariaLabel = `Most calls of ${name}`;
    this.#window.ariaLabel = `Window of the limit of ${name}`;
    this.#decision.ariaLabel = `Decision for ${name}`;
    this.#limit = make('div', 'limit', this.#max, this.#window);
    this.#note.role = 'alert';
    const risk = note === undefined ? '' : (note.risk ?? 'Unrated');
    const level = make('span', 'risk', risk);
    level.dataset['risk'] = risk.toLowerCase();
    const heading = make('span', 'name', name);
    this.item.append(heading, level, this.#decision, this.#limit, this.#note, this.#rules.root);
    this.item.id = id;
    this.item.role = 'group';
    this.item.ariaLabel = name;
    this.#decision.addEventListener('change', () => this.#decide());
    this.#max.addEventListener('input', () => this.#cap());
    this.#window.addEventListener('change', () => this.#cap());
  }

  /** Shows the row where its name holds a text and it is of a category or level; an empty word stands for all. */
  sift(text: string, word: string): void {
    this.item.hidden = !this.#name.includes(text) || (word !== '' && !this.#words.has(word));
  }

  focus(): void {
    this.#decision.focus();
  }

  show({ record, manyLimits }: PolicyRow, recommended: PolicyRecord['limit']): void {
    this.#record = record;
    this.#recommended = recommended;
    const isCustom = hasArgumentRules(record);
    const passes = isCustom || record.decision === 'allow';
    this.#decision.value = isCustom ? 'custom' : record.decision;
    this.item.dataset['decision'] = this.#decision.value;
    if (document.activeElement !== this.#max) this.#max.value = `${record.limit?.max ?? ''}`;
    this.#window.value = record.limit?.window ?? '';
    this.#limit.hidden = !passes;
    this.#max.hidden = record.limit === null;
    this.#max.disabled = manyLimits;
    this.#window.disabled = manyLimits;
    this.#note.textContent = manyLimits && passes ? 'Its limits are shared or several: see policy.json.' : '';
    this.#rules.root.hidden = !isCustom;
    if (isCustom) this.#rules.show(record);
  }

  #set(record: PolicyRecord): void {
    const [problem] = this.#change(record);
    if (problem !== undefined) this.#note.textContent = `${problem.message} ${problem.instead}`;
  }

  /** What the record of this tool becomes with another decision. */
  decided(decision: Decision): PolicyRecord {
    const before = this.#record;
    const passed = before.decision === 'allow' || hasArgumentRules(before);
    const limit = passed ? before.limit : (before.limit ?? this.#recommended ?? CAUTIOUS);
    const argumentRules = { require: [], deny_if: [] };
    return { ...before, decision, argumentRules, limit: decision === 'hide' ? null : limit };
  }

  #decide(): void {
    const chosen = this.#decision.value;
    if (chosen !== 'custom') this.#set(this.decided(chosen as Decision));
    else this.#set({ ...this.decided('allow'), argumentRules: this.#rules.starter() });
  }

  #cap(): void {
    const window = this.#window.value as Window | '';
    const max = this.#max.hidden ? (this.#recommended ?? CAUTIOUS).max : this.#max.valueAsNumber;
    this.#set({ ...this.#record, limit: window === '' ? null : { max, window } });
  }
}
