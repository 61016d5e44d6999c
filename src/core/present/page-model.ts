import type { Confidence, Effect, Flag, Risk, VerdictCategory } from '../taxonomy.ts';

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

export interface Count {
  id: string;
  label: string;
  href: string;
  tools: number;
}
