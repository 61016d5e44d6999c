import type { Decision } from '../recommend/decision-table.ts';
import { type Abilities, type Planned, STRICTNESS } from './plan.ts';
import { hasArgumentRules } from './record.ts';
import type { PerTool } from './target.ts';

/** What became of a planned record, with the sentences that say so. `others` is what unnamed tools get. */
export function outcomeOf(planned: Planned, abilities: Abilities, others: Decision): PerTool {
  const { record, address } = planned;
  const expressed = address === null ? others : planned.expressed;
  const outcome = { intended: record.decision, expressed };
  const kept = isKept(outcome);
  return {
    tool: record.tool,
    ...outcome,
    status: !kept ? 'cannot-express' : abilities.advisory === undefined ? 'enforced' : 'advisory',
    limit: limitOf(planned, abilities, expressed),
    arguments: !hasArgumentRules(record) ? 'none' : planned.withArguments ? 'enforced' : 'dropped',
    note: notesOf(planned, outcome).join(' '),
  };
}

type Outcome = Pick<PerTool, 'intended' | 'expressed'>;

/** A denied tool that is not listed either is denied. */
function isKept({ intended, expressed }: Outcome): boolean {
  return expressed === intended || (intended === 'deny' && expressed === 'hide');
}

function limitOf(planned: Planned, { limit }: Abilities, expressed: Decision): PerTool['limit'] {
  const passes = expressed === 'allow' || expressed === 'ask' || planned.withArguments;
  if (planned.record.limit === null || !passes) return 'none';
  return limit ? 'enforced' : 'dropped';
}

function notesOf(planned: Planned, { intended, expressed }: Outcome): string[] {
  const { address, shared, record } = planned;
  const kept = isKept({ intended, expressed });
  const notes: [boolean, string][] = [
    [address === null, 'No rule of this target can name this tool alone.'],
    [shared, 'Another tool goes by the same name here, so both get the stricter decision.'],
    [
      hasArgumentRules(record) && !planned.withArguments,
      'This target does not judge these arguments, so no call passes by its arguments.',
    ],
    [planned.withArguments && intended !== 'allow', 'Calls that meet the argument rules pass.'],
    [!kept, insteadOf(intended, expressed, planned.withArguments)],
    [kept && expressed !== intended, 'The tool is not listed either.'],
    [
      record.router,
      'One rule covers everything that this tool can reach: no rule sees which operation runs behind it.',
    ],
  ];
  return notes.filter(([holds]) => holds).map(([, note]) => note);
}

const STANDS: Record<Decision, string> = {
  allow: 'calls pass',
  ask: 'a person is asked about each call',
  deny: 'every call is denied',
  hide: 'the tool is not listed and cannot be called',
};

const MEANT: Record<Decision, string> = {
  allow: 'let these calls pass',
  ask: 'ask',
  deny: 'deny it',
  hide: 'hide it',
};

function insteadOf(intended: Decision, expressed: Decision, someCallsPass: boolean): string {
  const stands = someCallsPass && expressed === 'deny' ? 'every other call is denied' : STANDS[expressed];
  return STRICTNESS.indexOf(expressed) < STRICTNESS.indexOf(intended)
    ? `This target cannot ${MEANT[intended]} here: ${stands}, which is less than is meant.`
    : `This target cannot ${MEANT[intended]} here; the nearest stricter form stands in its place: ${stands}.`;
}
