import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import type { Confidence, Effect, Flag, Risk, Signal, VerdictCategory } from '../taxonomy.ts';
import type { Definition, Provenance } from '../tool/definition.ts';
import type { Chip } from './client-form.ts';
import type { Link, PolicySnippet, Quote, Segment, Shown, ToolRow } from './page-model.ts';
import type { TokenCost } from './token-cost.ts';

export interface NumberedReason {
  /** 1-based, in the order shown; Segment.marks refer to it. */
  n: number;
  rule: string;
  why: string;
  /** What it adds, for a person: "effect delete-one", "signal path". */
  adds: string;
  quotes: Quote[];
}

export interface LedgerRow {
  effect: Effect;
  does: string;
  category: VerdictCategory;
  risk: Risk;
  /** True for the row or rows that set the level. */
  decides: boolean;
  reasons: number[];
  quotes: Quote[];
}

export interface ParameterRow {
  name: Segment[];
  /** Nesting depth, 0 for a top-level parameter. */
  depth: number;
  type: Shown;
  required: boolean;
  default: Shown | null;
  /** Values of `enum`; long lists are cut and say how many are left. */
  enum: Segment[][];
  enumMore: number;
  description: Segment[];
  signals: { signal: Signal; does: string }[];
}

/** One documented action of a tool that holds several: `action: delete` apart from `action: list`. */
export interface ActionRow {
  value: Shown;
  category: VerdictCategory;
  risk: Risk | null;
  /** What it does, for a person; the effect table's words. */
  does: string;
}

export interface AnnotationRow {
  hint: 'readOnlyHint' | 'destructiveHint' | 'idempotentHint' | 'openWorldHint';
  /** What the author stated; null when the hint is absent or not a boolean. */
  stated: boolean | null;
  /** The value that holds: the stated one, else the default of the specification. */
  effective: boolean;
  says: string;
}

/** The annotations that agree with the verdict, for the author to copy. */
export interface AnnotationPatch {
  /** What the patch is, and how it differs from what the author states. */
  intro: Shown;
  /** JSON to paste; null for an unrated tool. */
  text: Shown | null;
  /** One for each hint: value, why, and what holds without it. */
  says: Shown[];
}

/** The terms of a ruling that stands over the rules; why it was made is the rationale. */
export interface RulingNote {
  /** Who ruled what, when, until when, and what the rules conclude. */
  terms: Shown;
  evidence: Shown[];
}

export interface Question {
  /** Anchor id. */
  id: string;
  question: Shown;
  answer: Shown;
}

export interface HistoryRow {
  date: string;
  version: string | null;
  hash: string;
  change: string;
}

/** Everything a tool page and its Markdown twin show. Every string is final: pages decide nothing. */
export interface ToolPage {
  id: string;
  href: string;
  /** Folder of the page under the site root, e.g. `tools/stripe/create_refund`; safe as a path. */
  folder: string;
  name: Shown;
  title: Shown | null;
  server: { id: string; title: Shown; href: string; vendor: Shown };
  /** Of the HTML document; both unique across the site. */
  headTitle: Shown;
  headDescription: Shown;
  category: VerdictCategory;
  risk: Risk | null;
  riskWord: Risk | 'Unrated';
  confidence: Confidence;
  confidenceWhy: Shown[];
  effects: Effect[];
  flags: { flag: Flag; does: string }[];
  provenance: Provenance;
  observed: {
    version: Shown | null;
    date: string;
    how: Shown;
    protocolVersion: Shown | null;
    source: Link | null;
  };
  definitionHash: string;
  /** What the definition costs in the context of a model; null where nobody counted. */
  tokens: TokenCost | null;
  /** What it does, why this risk, what to do: one sentence. */
  answer: Shown;
  role: Shown[];
  definition: {
    /** Each a sentence: incomplete, truncated, no description, hidden characters, and so on. */
    notes: Shown[];
    name: Segment[];
    description: Segment[];
    /** The whole definition as pretty-printed JSON. */
    json: Segment[];
  };
  parameters: ParameterRow[];
  /** Empty unless a parameter lists the actions of the tool. */
  actions: ActionRow[];
  why: {
    rationale: Shown;
    ledger: LedgerRow[];
    facts: { fact: string; does: string; quotes: Quote[] }[];
    doesNot: Shown;
    misuse: Shown;
    runnerUp: Shown;
    /** What would have changed the verdict, and what spoke against it. */
    otherwise: Shown[];
    /** Null where the rules decide. */
    ruling: RulingNote | null;
    annotations: AnnotationRow[];
    /** Whether the author's claims agree with the verdict: one sentence. */
    agreement: Shown;
    patch: AnnotationPatch;
    reasons: NumberedReason[];
  };
  control: {
    /** The recommended decision as a sentence. */
    decision: Shown;
    /** This tool alone, and the whole server where its policy is short enough to stand on every tool page. */
    policies: PolicySnippet[];
    /** Where the policy of the whole server stands, however long it is. */
    serverPolicy: Link;
    steps: Shown[];
    /** What became of the advice in the policy for this tool alone. */
    chips: Chip[];
    /** What the forms for all clients and gateways are rendered from, and the place of this tool in it. */
    records: { href: string; index: number };
  };
  /** Patterns whose preconditions it meets, each with its "because". */
  attacks: { id: string; href: string; title: string; text: Shown; because: Shown }[];
  related: { heading: string; rows: ToolRow[] }[];
  questions: Question[];
  deeper: Link[];
  history: HistoryRow[];
  contest: { text: Shown; href: string };
  findings: Finding[];
  counts: { serverTools: number; tools: number; servers: number };
}

/** The JSON twin of a tool page and the line of the bulk files: data, not prose for a page. */
export interface ToolRecord {
  id: string;
  server: string;
  url: string;
  provenance: Provenance;
  observed: { version: string | null; date: string; how: string; protocolVersion: string | null };
  definition: Definition;
  definitionHash: string;
  /** What the definition costs in the context of a model, and whose tokens; null where nobody counted. */
  tokens: { count: number; median: number; tokenizer: string } | null;
  verdict: Verdict;
  /** What was seen, what nothing says a call does, and what misuse would cause. */
  rationale: string;
  policies: { tool: unknown; server: unknown };
  questions: { question: string; answer: string }[];
  findings: Finding[];
}
