import type { Incident } from '../../attacks/sources.ts';
import type { Chip } from '../client-form.ts';
import type { Section } from '../document.ts';
import type { Link, PolicySnippet, Shown, ToolRow } from '../page-model.ts';

/** A pattern as it stands in the list of patterns. */
export interface AttackRow {
  id: string;
  href: string;
  title: string;
  summary: string;
  /** "one tool", "one server", "all tools of an agent". */
  scope: string;
  /** Catalogued tools that meet it, or that play a part in it. */
  tools: number;
  /** The same for a person: a number, or "every". */
  share: string;
  /** Catalogued servers on which it can happen without another server. */
  servers: number;
  incidents: number;
}

/** `/attacks/`: every pattern, in groups by what the attacker is after. */
export interface AttackIndex {
  href: string;
  lead: string;
  groups: { id: string; label: string; rows: AttackRow[] }[];
}

interface IncidentRow extends Omit<Incident, 'kind' | 'support'> {
  kind: string;
  support: string;
}

/** The policy for a catalogued tool that meets the pattern. */
export interface AttackControl {
  /** What to decide about such a tool, and why. */
  decision: Shown;
  /** What no policy of a tool can do. */
  also: string[];
  /** Null where no catalogued tool is at hand to render for. */
  example: {
    tool: Link;
    server: string;
    /** The rule for the tool; where calls may be bounded, the one that lets bounded calls pass. */
    policies: PolicySnippet[];
    /** Of the first policy. */
    chips: Chip[];
    records: { href: string; index: number };
  } | null;
}

/** Everything that the page of a pattern and its twins show. */
export interface AttackPage extends AttackRow {
  tactic: { id: string; label: string };
  headTitle: string;
  headDescription: string;
  /** One sentence on what meets it. */
  reach: string;
  /** Mechanism, preconditions, what to do. */
  sections: Section[];
  happened: IncidentRow[];
  signs: string[];
  /** Tools that meet it; a pattern of several tools has a list for each part. */
  met: { heading: string; tools: number; rows: ToolRow[] }[];
  /** Servers that hold all parts of a pattern of several tools. */
  whole: Link[];
  control: AttackControl;
  frameworks: {
    title: string;
    url: string | null;
    read: string;
    ids: { id: string; title: string | null }[];
  }[];
}
