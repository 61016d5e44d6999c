import type { Condition, PolicyRule } from '../../core/policy/policy.ts';
import { ON_DENY } from '../../core/recommend/advice.ts';
import type { Decision } from '../../core/recommend/decision-table.ts';
import type { PolicyRecord } from '../../core/targets/record.ts';
import { button, choice, labelled, make } from '../element.ts';
import { conditionForm } from './condition-form.ts';

/** What of a record is about arguments. */
type Rules = Pick<PolicyRecord, 'decision' | 'argumentRules'>;

interface Draft {
  kind: 'require' | 'deny_if';
  conditions: Condition[];
  onDeny: string;
}

const KINDS = [
  ['require', 'Deny the call unless all of this holds'],
  ['deny_if', 'Deny the call if all of this holds'],
] as const;

const OUTSIDE: readonly (readonly [Decision, string])[] = [
  ['allow', 'denied; clients that see no arguments ask about every call'],
  ['ask', 'asked about, where a client can ask'],
  ['deny', 'denied; clients that see no arguments deny every call'],
];

/** The rules over the arguments of one tool. It keeps what is typed, also while that is no policy yet. */
export class RulesForm {
  readonly root = make('div', 'rules');
  readonly #paths: HTMLDataListElement;
  readonly #parameters: readonly string[];
  readonly #changed: (rules: Rules) => void;
  #drafts: Draft[] = [];
  #decision: Decision = 'allow';
  #shown = '';

  constructor(id: string, parameters: readonly string[], changed: (rules: Rules) => void) {
    this.#parameters = parameters;
    this.#changed = changed;
    this.#paths = make('datalist', '', ...parameters.map((name) => new Option('', `args.${name}`)));
    this.#paths.id = id;
  }

  /** What a tool that becomes custom starts with: its first argument must be given. */
  starter(): PolicyRecord['argumentRules'] {
    return { require: [{ conditions: [this.#condition()] }], deny_if: [] };
  }

  show({ decision, argumentRules }: Rules): void {
    const text = JSON.stringify([decision, argumentRules]);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#decision = decision;
    this.#drafts = (['require', 'deny_if'] as const).flatMap((kind) =>
      argumentRules[kind].map(({ conditions, on_deny = '' }) => ({
        kind,
        conditions: [...conditions],
        onDeny: on_deny,
      })),
    );
    this.#draw();
  }

  #condition(): Condition {
    return { path: `args.${this.#parameters[0] ?? 'name'}`, op: 'exists', value: true };
  }

  #tell(): void {
    const rulesOf = (wanted: Draft['kind']): PolicyRule[] =>
      this.#drafts
        .filter(({ kind }) => kind === wanted)
        .map(({ conditions, onDeny }) => ({ conditions, ...(onDeny === '' ? {} : { on_deny: onDeny }) }));
    const rules = {
      decision: this.#decision,
      argumentRules: { require: rulesOf('require'), deny_if: rulesOf('deny_if') },
    };
    this.#shown = JSON.stringify([rules.decision, rules.argumentRules]);
    this.#changed(rules);
  }

  #draw(): void {
    this.root.replaceChildren(
      this.#paths,
      ...this.#drafts.map((draft, index) => this.#rule(draft, index)),
      button('Add a rule', () => {
        this.#drafts.push({ kind: 'deny_if', conditions: [this.#condition()], onDeny: '' });
        this.#redraw('.rule:last-of-type select');
      }),
      ...(this.#drafts.some(({ kind }) => kind === 'require') ? [this.#outside()] : []),
    );
  }

  /** Draws again what was changed, and puts the keyboard where the change was. */
  #redraw(focus: string): void {
    this.#draw();
    this.root.querySelector<HTMLElement>(focus)?.focus();
    this.#tell();
  }

  #rule(draft: Draft, index: number): HTMLElement {
    const kind = choice(KINDS);
    kind.value = draft.kind;
    kind.addEventListener('change', () => {
      draft.kind = kind.value as Draft['kind'];
      this.#tell();
    });
    const message = make('input', '');
    message.type = 'text';
    message.value = draft.onDeny;
    message.addEventListener('input', () => {
      draft.onDeny = message.value;
      this.#tell();
    });
    const conditions = draft.conditions.map((condition, at) =>
      conditionForm(
        condition,
        this.#paths,
        (next) => {
          draft.conditions[at] = next;
          this.#tell();
        },
        () => {
          if (draft.conditions.length === 1) this.#drafts.splice(index, 1);
          else draft.conditions.splice(at, 1);
          this.#redraw('button');
        },
      ),
    );
    const add = button('Add a condition', () => {
      draft.conditions.push(this.#condition());
      this.#redraw(`.rule:nth-of-type(${index + 1}) .condition:last-of-type input`);
    });
    const rule = make('div', 'rule', labelled('Rule', kind), ...conditions, add);
    rule.append(labelled('Message to the agent', message));
    rule.role = 'group';
    rule.ariaLabel = `Rule ${index + 1}`;
    return rule;
  }

  #outside(): HTMLElement {
    const outside = choice(OUTSIDE);
    outside.value = this.#decision;
    outside.addEventListener('change', () => {
      this.#decision = outside.value as Decision;
      const message = this.#decision === 'ask' || this.#decision === 'deny' ? ON_DENY[this.#decision] : '';
      for (const draft of this.#drafts) if (draft.kind === 'require') draft.onDeny = message;
      this.#redraw('.outside select');
    });
    const label = labelled('Calls that do not meet what is required are', outside);
    label.className = 'outside';
    return label;
  }
}
