import type { Verdict } from '../classify/verdict.ts';
import type { Window } from '../policy/policy.ts';
import type { Fact, Flag, Risk } from '../taxonomy.ts';

/** allow: calls pass, capped. ask: a person approves each call. deny: visible, no call passes. hide: not even listed. */
export type Decision = 'allow' | 'ask' | 'deny' | 'hide';

export interface Cap {
  max: number;
  window: Window;
}

/** Whether a person can be asked: at a keyboard, or in a job that nobody watches. */
export const PROFILES = ['interactive', 'unattended'] as const;
export type Profile = (typeof PROFILES)[number];

/** What a profile makes of a row. */
interface Advised {
  decision: Decision;
  /** For allow: the cap in the policy. Otherwise: the cap to set when a person lifts the denial. */
  limit: Cap;
}

export interface DecisionRow extends Advised {
  id: string;
  /** `Unrated` holds for Unclassified tools. */
  risk: Risk | 'Unrated';
  /** Any of these flags must be set; empty means any tool of that risk. */
  flags: readonly Flag[];
  fact?: Fact;
  /** A fact that must not be there: a text that speaks of both tells of two ways, and the call is the milder one. */
  exceptFact?: Fact;
  lowConfidence?: true;
  /** Where nobody can be asked: what would be asked about is denied, and a loop runs until somebody looks. */
  unattended: Advised;
  /** Completes "because …". */
  because: string;
}

const HOURLY_5: Cap = { max: 5, window: 'hour' };
const HOURLY_10: Cap = { max: 10, window: 'hour' };

const DENIED: Advised = { decision: 'deny', limit: { max: 1, window: 'hour' } };
const HIDDEN: Advised = { decision: 'hide', limit: { max: 1, window: 'hour' } };

/** The published table: the first row that fits decides. Total: the last row of each risk has no condition. */
export const DECISION_TABLE: readonly DecisionRow[] = [
  {
    id: 'critical-code',
    risk: 'Critical',
    flags: ['code'],
    decision: 'hide',
    limit: HOURLY_5,
    unattended: HIDDEN,
    because: 'no rule over arguments can bound what code, commands or free queries do',
  },
  {
    id: 'critical-money',
    risk: 'Critical',
    flags: ['money'],
    decision: 'deny',
    limit: HOURLY_5,
    unattended: DENIED,
    because: 'money that has moved does not come back by another call',
  },
  {
    id: 'critical-delete',
    risk: 'Critical',
    flags: ['delete'],
    decision: 'deny',
    limit: HOURLY_5,
    unattended: DENIED,
    because: 'one call can remove many objects or a resource that holds others',
  },
  {
    id: 'critical-access',
    risk: 'Critical',
    flags: ['access'],
    decision: 'hide',
    limit: HOURLY_5,
    unattended: HIDDEN,
    because: 'a credential or an administrator right outlives the session that obtained it',
  },
  {
    id: 'critical',
    risk: 'Critical',
    flags: [],
    decision: 'deny',
    limit: HOURLY_5,
    unattended: DENIED,
    because: 'its effect is of the highest level',
  },
  {
    id: 'high-permanent',
    risk: 'High',
    flags: ['delete'],
    fact: 'permanent',
    exceptFact: 'recoverable',
    decision: 'deny',
    limit: HOURLY_5,
    unattended: DENIED,
    because: 'its text says that what it deletes cannot be restored',
  },
  {
    id: 'high',
    risk: 'High',
    flags: [],
    decision: 'ask',
    limit: HOURLY_10,
    unattended: DENIED,
    because: 'what one call can do or reveal at this level is worth the look of a person',
  },
  {
    id: 'unrated',
    risk: 'Unrated',
    flags: [],
    decision: 'ask',
    limit: HOURLY_10,
    unattended: DENIED,
    because: 'its definition does not say enough, so it gets the advice of High risk',
  },
  {
    id: 'medium-outbound',
    risk: 'Medium',
    flags: ['outbound'],
    decision: 'ask',
    limit: HOURLY_10,
    unattended: DENIED,
    because: 'it can carry data to a place outside the organisation',
  },
  {
    id: 'medium',
    risk: 'Medium',
    flags: [],
    decision: 'allow',
    limit: { max: 30, window: 'minute' },
    unattended: { decision: 'allow', limit: { max: 10, window: 'minute' } },
    because: 'its effect is ordinary work and a cap bounds what a loop can do',
  },
  {
    id: 'low-unsure',
    risk: 'Low',
    flags: [],
    lowConfidence: true,
    decision: 'allow',
    limit: { max: 30, window: 'minute' },
    unattended: { decision: 'allow', limit: { max: 10, window: 'minute' } },
    because: 'little is at stake, though the evidence for that is thin',
  },
  {
    id: 'low',
    risk: 'Low',
    flags: [],
    decision: 'allow',
    limit: { max: 60, window: 'minute' },
    unattended: { decision: 'allow', limit: { max: 30, window: 'minute' } },
    because: 'little is at stake and a cap bounds loops and cost',
  },
];

/** A tool that takes many targets in one call gets a fifth of the calls, where a call does more than look things up. */
const BULK_DIVISOR = 5;

/** The row that fits a verdict, with the cap that its bulk signal or fact leaves; what a reader says of many objects is about its results. */
export function decide(
  verdict: Verdict,
  profile: Profile = 'interactive',
): Advised & { row: DecisionRow; bulk: boolean } {
  const row = DECISION_TABLE.find((candidate) => fits(candidate, verdict)) as DecisionRow;
  const { decision, limit } = profile === 'interactive' ? row : row.unattended;
  const isBulk =
    verdict.signals.includes('bulk') || (verdict.category !== 'Read' && verdict.facts.includes('bulk'));
  const bulk = row.risk !== 'Low' && isBulk;
  const max = bulk ? Math.max(1, Math.floor(limit.max / BULK_DIVISOR)) : limit.max;
  return { row, decision, limit: { max, window: limit.window }, bulk };
}

function fits(row: DecisionRow, verdict: Verdict): boolean {
  if (row.risk !== (verdict.risk ?? 'Unrated')) return false;
  if (row.flags.length > 0 && !row.flags.some((flag) => verdict.flags.includes(flag))) return false;
  if (row.fact !== undefined && !verdict.facts.includes(row.fact)) return false;
  if (row.exceptFact !== undefined && verdict.facts.includes(row.exceptFact)) return false;
  return row.lowConfidence !== true || verdict.confidence === 'low';
}
