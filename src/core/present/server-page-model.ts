import type { Finding } from '../finding.ts';
import type { Count, Link, PolicySnippet, Shown, ToolRow } from './page-model.ts';
import type { TokenCost } from './token-cost.ts';

/** A tool in the table of its own server. */
export interface ServerToolRow extends ToolRow {
  /** What its definition costs in the context of a model; null where nobody counted. */
  tokens: number | null;
}

/** What tools of one server can do together. */
export interface ServerCombination {
  /** Of the pattern, e.g. "theft". */
  id: string;
  title: string;
  harm: string;
  /** What the recommended policy leaves of it: a sentence. */
  standing: string;
  /** Each part with the tools that carry it, riskiest first: those that are named at once, and the others. */
  legs: { does: string; tools: Link[]; rest: Link[] }[];
}

export interface ServerCombinations {
  /** Worst first. */
  list: ServerCombination[];
  /** The fewest tools to take away so that none is left, and why these. */
  change: { says: Shown; tools: Link[] };
}

/** Whether a claim about where a server comes from holds, and how that was decided. */
export interface ProvenanceRow {
  claim: string;
  state: 'verified' | 'unverified' | 'not checkable';
  how: Shown;
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
  /** Why there is no letter grade. */
  noGrade: Shown;
  identity: { label: string; value: Shown; href: string | null }[];
  provenance: ProvenanceRow[];
  notes: Shown[];
  risks: Count[];
  categories: Count[];
  /** Strongest risk first, then by name. */
  tools: ServerToolRow[];
  /** Null where nobody counted. */
  tokens: TokenCost | null;
  /** Null where no tools combine into more than each does alone. */
  combinations: ServerCombinations | null;
  /** How many tools state which annotations. */
  annotations: Shown;
  /** Tools on which a claim contradicts the verdict. */
  contradictions: Link[];
  policy: PolicySnippet;
  findings: Finding[];
}
