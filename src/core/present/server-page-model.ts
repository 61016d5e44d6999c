import type { Finding } from '../finding.ts';
import type { Count, Link, PolicySnippet, Shown, ToolRow } from './page-model.ts';

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
