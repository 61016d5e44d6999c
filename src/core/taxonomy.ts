/**
 * The closed vocabularies and the effect table: the only place where a category, risk level,
 * effect, flag, signal or fact is born. The table alone turns effects into category and risk.
 */

/** Weakest to strongest: a tool with several effects takes the category of the strongest. */
export const CATEGORIES = ['Read', 'Write', 'Execute', 'Destructive', 'Financial'] as const;
export type Category = (typeof CATEGORIES)[number];

/** `Unclassified`: no effect was found, or the text does not let a careful engineer decide. */
export type VerdictCategory = Category | 'Unclassified';

/** Lowest to highest. */
export const RISKS = ['Low', 'Medium', 'High', 'Critical'] as const;
export type Risk = (typeof RISKS)[number];

export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface EffectRow {
  category: Category;
  risk: Risk;
  /** What the effect is, as a phrase that completes "This tool …". */
  does: string;
  /** The other row of the same effect, which the named fact selects. */
  variant?: { fact: string; risk: Risk; does: string };
}

export const EFFECTS = {
  compute: { category: 'Read', risk: 'Low', does: 'computes, validates or converts what it is given' },
  'read-reference': { category: 'Read', risk: 'Low', does: 'reads public, reference or ordinary metadata' },
  'read-sensitive': { category: 'Read', risk: 'Medium', does: 'reads private or sensitive content' },
  'fetch-any': { category: 'Read', risk: 'Medium', does: 'fetches web content that the caller chooses' },
  'read-any-path': { category: 'Read', risk: 'High', does: 'reads any file the host can reach' },
  'reveal-secret': {
    category: 'Read',
    risk: 'High',
    does: 'reveals a secret value',
    variant: {
      fact: 'working-credential',
      risk: 'Critical',
      does: 'reveals a working long-lived credential',
    },
  },
  session: { category: 'Write', risk: 'Low', does: "changes only the caller's own session" },
  'write-own': {
    category: 'Write',
    risk: 'Medium',
    does: 'creates or changes data',
  },
  'write-any-path': { category: 'Write', risk: 'High', does: 'writes files at a path that nothing confines' },
  communicate: { category: 'Write', risk: 'High', does: 'sends or publishes to other people' },
  'change-access': {
    category: 'Write',
    risk: 'High',
    does: 'changes members, roles, permissions or security settings',
    variant: { fact: 'admin-rights', risk: 'Critical', does: 'grants administrator rights' },
  },
  'mint-credential': {
    category: 'Write',
    risk: 'Critical',
    does: 'creates a long-lived credential',
    variant: { fact: 'short-lived', risk: 'High', does: 'creates a short-lived credential' },
  },
  'run-report': {
    category: 'Execute',
    risk: 'Medium',
    does: 'runs a scan, audit, test or recording that returns a report',
  },
  'run-named': { category: 'Execute', risk: 'High', does: 'runs, stops or scales a named job or service' },
  'operate-ui': { category: 'Execute', risk: 'High', does: 'drives a browser, desktop or device' },
  'run-arbitrary': {
    category: 'Execute',
    risk: 'Critical',
    does: 'runs code, commands or queries that the caller writes',
  },
  'delete-one': { category: 'Destructive', risk: 'High', does: 'deletes or ends one object' },
  'delete-many': {
    category: 'Destructive',
    risk: 'Critical',
    does: 'deletes in bulk, or a resource that holds others',
  },
  'oblige-payment': {
    category: 'Financial',
    risk: 'High',
    does: 'creates, changes or ends an obligation to pay',
  },
  'move-money': { category: 'Financial', risk: 'Critical', does: 'moves money or assets' },
} as const satisfies Record<string, EffectRow>;
export type Effect = keyof typeof EFFECTS;
export const EFFECT_IDS = Object.keys(EFFECTS) as Effect[];

export const FLAGS = {
  untrusted: 'returns text that outsiders can write',
  private: 'returns data private to the user or organisation',
  outbound: 'sends data to other people, the public or an address the caller chooses',
  code: 'runs code, commands or free queries that may write',
  delete: 'can delete',
  money: 'can move money or create an obligation to pay',
  access: 'changes permissions, members, credentials or security settings',
} as const;
export type Flag = keyof typeof FLAGS;
export const FLAG_IDS = Object.keys(FLAGS) as Flag[];

export const SIGNALS = {
  path: 'takes a file system path',
  url: 'takes a URL',
  command: 'takes a command line',
  code: 'takes program code',
  query: 'takes a free-form query',
  html: 'takes markup or a template',
  recipient: 'takes a recipient',
  amount: 'takes an amount of money',
  credential: 'takes a secret or credential',
  bulk: 'takes many targets at once',
  force: 'takes a switch that does something by force',
  'dry-run': 'takes a switch that only previews',
  destination: 'takes a payout or webhook target',
  persistence: 'survives the session: configuration, memory or schedule',
  publish: 'makes something public',
  cost: 'uses a metered or paid resource',
} as const;
export type Signal = keyof typeof SIGNALS;
export const SIGNAL_IDS = Object.keys(SIGNALS) as Signal[];

/** Facts select rows of the effect table through rules; one that selects no row is shown all the same. */
export const FACTS = {
  permanent: 'says the outcome cannot be undone',
  recoverable: 'says the outcome can be undone',
  'read-only': 'speaks of use that only reads',
  sandboxed: 'says it runs in a sandbox',
  confined: 'says its paths are confined to allowed folders',
  draft: 'says the result is a draft',
  bulk: 'says it works on many objects at once',
  recursive: 'says it includes what lies below',
  'holds-others': 'names an object that holds others',
  'preview-default': 'says it previews unless told otherwise',
  router: 'passes a sub-command on to other operations',
  'working-credential': 'names a credential that works as it is',
  'admin-rights': 'names administrator rights',
  'short-lived': 'says the credential expires soon',
} as const;
export type Fact = keyof typeof FACTS;
export const FACT_IDS = Object.keys(FACTS) as Fact[];

/** The row of the effect table that an effect selects, given the facts seen beside it. */
export function rowOf(
  effect: Effect,
  facts: readonly Fact[],
): { category: Category; risk: Risk; does: string } {
  const row: EffectRow = EFFECTS[effect];
  const { variant } = row;
  const chosen = variant !== undefined && facts.includes(variant.fact as Fact) ? variant : row;
  return { category: row.category, risk: chosen.risk, does: chosen.does };
}

/** Strength of a category: its position in {@link CATEGORIES}. */
export function strengthOf(category: Category): number {
  return CATEGORIES.indexOf(category);
}

/** Height of a risk level: its position in {@link RISKS}; -1 for an unrated tool. */
export function heightOf(risk: Risk | null): number {
  return risk === null ? -1 : RISKS.indexOf(risk);
}

/** The word shown for a level; an unrated tool is "Unrated", never "Low". */
export function riskWord(risk: Risk | null): Risk | 'Unrated' {
  return risk ?? 'Unrated';
}
