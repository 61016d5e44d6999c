import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import type { Confidence, Effect, Flag, Risk, Signal, VerdictCategory } from '../taxonomy.ts';
import type { Definition, Provenance } from '../tool/definition.ts';
import type { Chip } from './client-form.ts';

/**
 * Text that went through `shown()`: hidden, control and bidi characters are spelled out,
 * so every surface may print it after its own escaping. The brand makes forgetting a type error.
 */
export type Shown = string & { readonly shown: unique symbol };

/** A run of shown text; `marks` are the numbers of the reasons it is evidence for. */
export interface Segment {
  text: Shown;
  marks?: number[];
  /** True for a spelled-out hidden character. */
  hidden?: true;
}

/** A link to a page of the site; `href` is root-relative and percent-encoded. */
export interface Link {
  text: Shown;
  href: string;
}

/** One row wherever tools are listed: browse pages, server page, related tools, search. */
export interface ToolRow {
  server: string;
  serverTitle: Shown;
  name: Shown;
  href: string;
  /** First sentence of the description, at most 160 characters; null when there is none. */
  gist: Shown | null;
  category: VerdictCategory;
  risk: Risk | null;
  confidence: Confidence;
  effects: Effect[];
  flags: Flag[];
  listed: boolean;
}

export interface Quote {
  /** Where the words stand, for a person: "name", "description", "parameter path". */
  where: Shown;
  text: Shown;
}

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

/** A file to copy: a policy for one tool, or for the whole server. */
export interface PolicySnippet {
  id: 'tool' | 'server';
  label: string;
  fileName: string;
  /** The exact bytes to paste. */
  text: string;
  /** What it does when pasted, and what it does to every other tool. */
  does: string;
  doesNot: string;
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

export interface Count {
  id: string;
  label: string;
  href: string;
  tools: number;
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
  /** What an attacker would use it for, from effects and flags; each with its "because". */
  attacks: { title: string; text: Shown; because: Shown }[];
  related: { heading: string; rows: ToolRow[] }[];
  questions: Question[];
  deeper: Link[];
  history: HistoryRow[];
  contest: { text: Shown; href: string };
  findings: Finding[];
  counts: { serverTools: number; tools: number; servers: number };
}

/** Everything a server page and its Markdown twin show. */
export interface ServerPage {
  id: string;
  href: string;
  folder: string;
  title: Shown;
  vendor: Shown;
  official: boolean;
  summary: Shown;
  headTitle: Shown;
  headDescription: Shown;
  /** Highest level, counts, what remains under least privilege; no letter grade. */
  headline: Shown;
  identity: { label: string; value: Shown; href: string | null }[];
  notes: Shown[];
  risks: Count[];
  categories: Count[];
  /** Strongest risk first, then by name. */
  tools: ToolRow[];
  /** How many tools state which annotations. */
  annotations: Shown;
  /** Tools on which a claim contradicts the verdict. */
  contradictions: Link[];
  policy: PolicySnippet;
  findings: Finding[];
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
  verdict: Verdict;
  /** What was seen, what nothing says a call does, and what misuse would cause. */
  rationale: string;
  policies: { tool: unknown; server: unknown };
  questions: { question: string; answer: string }[];
  findings: Finding[];
}
