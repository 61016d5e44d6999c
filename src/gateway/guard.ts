import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/client';
import { type Call, type Counters, decide, type Outcome } from '../core/policy/decide.ts';
import type { AuditLine } from '../core/schemas/gateway.ts';
import type { Audit } from './audit.ts';
import type { CounterStore } from './counter-file.ts';
import { denialAnswer } from './messages.ts';
import type { Rules } from './settings.ts';

/** A call that may be made, once; or the answer to give instead. */
export type Admission = { giveBack: () => void } | { denial: JSONRPCMessage };

/** Why a call is not made; `consent` is what came of asking a person, where one was asked. */
interface Denial {
  message: string;
  /** JSON Pointer into the policy or the record beside it, or in parentheses what denied in their place. */
  rule: string;
  decision?: 'deny' | 'hide';
  consent?: AuditLine['consent'];
}

type Told = Pick<AuditLine, 'decision' | 'rule' | 'consent'>;

/** What every session of a gateway shares: the rules in force, the counts, the audit file and the clock. */
export class Guard {
  readonly #settings: { readonly rules: Rules };
  readonly #counters: CounterStore;
  readonly #audit: Audit;
  readonly #now: () => number;

  constructor(settings: { readonly rules: Rules }, counters: CounterStore, audit: Audit, now: () => number) {
    this.#settings = settings;
    this.#counters = counters;
    this.#audit = audit;
    this.#now = now;
  }

  /** True for a tool that must not be listed. */
  hides(tool: string): boolean {
    const call = { name: tool, arguments: {} };
    return decide(this.#settings.rules.policy, call, {}, this.#now()).decision === 'hide';
  }

  /**
   * JSON Pointer of the rule by which the call passes once a person has approved it, and not before: what denies it in
   * the policy, else its place under "ask" in the record beside. Null where nobody is to be asked. Asking counts nothing.
   */
  approvalRule(call: Call): string | null {
    const asked = this.#settings.rules.ask.get(call.name);
    if (asked === undefined || this.#decide(call, true).decision !== 'allow') return null;
    return this.#decide(call, false).rule ?? (asked.each ? asked.rule : null);
  }

  /**
   * Decides a call and counts it: on disk and in the audit file before it is made. Where either cannot be written the
   * call is denied. `giveBack` takes back what was counted, for a call that never left.
   */
  admit(call: Call, id: RequestId, isApproved = false): Admission {
    const before = this.#counters.current;
    const consent = isApproved ? 'accept' : undefined;
    const outcome = this.#decide(call, isApproved);
    const { decision, rule } = outcome;
    if (decision !== 'allow')
      return {
        denial: this.deny(call, id, { message: outcome.message ?? '', rule: rule ?? '', decision, consent }),
      };
    try {
      this.#counters.replace(outcome.counters);
    } catch {
      const message =
        'The gateway cannot write down its counts, so no call passes. Tell the person who runs it.';
      return { denial: this.deny(call, id, { message, rule: '(counters)' }) };
    }
    const giveBack = (): void => this.#giveBack(before, outcome.counters);
    if (this.#tell(call, id, { decision: 'allow', rule: null, consent })) return { giveBack };
    giveBack();
    const message =
      'The gateway cannot write its audit file, so no call passes. Tell the person who runs it.';
    return { denial: denialAnswer(id, message, '(audit)') };
  }

  /** Writes a denial down and returns the answer that tells of it. */
  deny(call: Call, id: RequestId, denial: Denial): JSONRPCMessage {
    const { message, rule, decision = 'deny', consent } = denial;
    this.#tell(call, id, { decision, rule, consent });
    return denialAnswer(id, message, rule);
  }

  /** Writes down what is no call of a tool. */
  note(decision: AuditLine['decision'], rule: string | null, id: RequestId | null): void {
    this.#tell(null, id, { decision, rule });
  }

  /** What the policy denies is told in the words of the rule for approved calls, where that denies it as well. */
  #decide(call: Call, isApproved: boolean): Outcome {
    const { policy, approved, ask } = this.#settings.rules;
    const [counters, now] = [this.#counters.current, this.#now()];
    const plain = decide(policy, call, counters, now);
    if (plain.decision === 'allow' || !ask.has(call.name)) return plain;
    const lifted = decide(approved, call, counters, now);
    return isApproved || lifted.decision !== 'allow' ? lifted : plain;
  }

  #tell(call: Call | null, id: RequestId | null, { decision, rule, consent }: Told): boolean {
    const argumentKeys = Object.keys(call?.arguments ?? {}).toSorted();
    const time = new Date(this.#now()).toISOString();
    try {
      this.#audit.write({
        time,
        tool: call?.name ?? null,
        argumentKeys,
        decision,
        rule,
        id,
        ...(consent === undefined ? {} : { consent }),
      });
      return true;
    } catch {
      return false;
    }
  }

  /** Other calls may have been counted since, so only this one is taken off, and only in the window it counted in. */
  #giveBack(before: Counters, after: Counters): void {
    const current = this.#counters.current;
    const next = Object.entries(current).map(([key, now]) => {
      const mine = after[key];
      const isMine = mine !== undefined && mine !== before[key] && mine.window === now.window;
      return [key, isMine ? { ...now, count: Math.max(0, now.count - 1) } : now] as const;
    });
    try {
      this.#counters.replace(Object.fromEntries(next));
    } catch {
      // Counted too much is the strict side, and the next call is denied for the same reason.
    }
  }
}
