import type { Confidence, Effect, Fact, Flag, Risk, Signal, VerdictCategory } from '../taxonomy.ts';

/** A stretch of text inside a definition that a rule matched. */
export interface Span {
  /** JSON Pointer into the tool object, e.g. `/name`, `/inputSchema/properties/action/enum/2`. */
  field: string;
  /** Offsets in UTF-16 code units; end exclusive. For a property name the text is the key itself. */
  start: number;
  end: number;
}

export type Emission = { effect: Effect } | { fact: Fact } | { flag: Flag } | { signal: Signal };

/** A rule that fired, with the words it fired on. */
export interface Reason {
  rule: string;
  why: string;
  emits: Emission;
  spans: Span[];
}

/** What one documented action of a tool does by itself: `action: delete` apart from `action: list`. */
export interface ActionVerdict {
  /** JSON Pointer of the value. */
  field: string;
  value: string;
  category: VerdictCategory;
  risk: Risk | null;
  effects: Effect[];
}

/** A person's verdict that stands over the rules, with what the rules concluded. */
interface RulingOver {
  reason: string;
  /** Words of the definition, or addresses. */
  evidence: string[];
  /** A role or a handle. */
  author: string;
  date: string;
  expires: string;
  /** What the rules conclude by themselves. */
  rules: { category: VerdictCategory; risk: Risk | null; effects: Effect[]; flags: Flag[] };
}

/** What the classifier concluded of one definition. */
export interface Verdict {
  category: VerdictCategory;
  /** Null exactly when the category is Unclassified. */
  risk: Risk | null;
  confidence: Confidence;
  /** Why the confidence is what it is: short sentences for a person. */
  confidenceWhy: string[];
  /** Strongest first. */
  effects: Effect[];
  facts: Fact[];
  flags: Flag[];
  signals: Signal[];
  /** A verdict for each documented action, in the order of the values; the tool's own is at least as strong. */
  actions: ActionVerdict[];
  reasons: Reason[];
  /** The category that came second, with the sentence that says why it lost. */
  runnerUp: { category: VerdictCategory; why: string } | null;
  /** Set where a person ruled: category, risk, effects and flags are then the ruling's. */
  ruling?: RulingOver;
}
