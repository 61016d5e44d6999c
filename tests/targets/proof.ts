import type { PolicyRecord } from '../../src/core/targets/record.ts';
import type { PerTool, Rendering, Target } from '../../src/core/targets/target.ts';
import { callsAround } from './calls.ts';
import type { Answer, Decide, Matcher } from './matchers/matcher.ts';
import { MATCHERS } from './matchers/matchers.ts';

/** What the matcher of a target made of the renderings for one server. */
export interface Outcome {
  tools: number;
  /** Answers that were compared with what the rendering says. */
  decisions: number;
  /** What is laxer than meant, each kind once: whole or alone, what was meant, what it comes to. */
  laxer: Set<string>;
  /** Tools for which something else stands in the place of what is meant. */
  degraded: number;
  /** Each answer that is another one than the rendering says; empty when all is proven. */
  wrong: string[];
}

const STRICTNESS: Answer[] = ['allow', 'ask', 'deny', 'hide'];

/**
 * Renders the server whole, and every tool of it alone, reads the emitted bytes back and asks for every tool, for its
 * arguments where they are judged, and for tools of other names. `matcher` is the one that answers.
 */
export function prove(
  target: Target,
  id: string,
  records: readonly PolicyRecord[],
  matcher: Matcher = MATCHERS[target.id],
): Outcome {
  const key = target.keyFor(id);
  const allToolNames = records.map(({ tool }) => tool);
  const whole = target.render({ key, allToolNames }, records, { only: false });
  const outcome: Outcome = {
    tools: records.length,
    decisions: 0,
    laxer: new Set(),
    degraded: whole.perTool.filter(({ status }) => status === 'cannot-express').length,
    wrong: [],
  };
  const strangers = [
    'a_tool_of_another_name',
    ...allToolNames.flatMap((name, index) => neighbour(name, index, allToolNames)),
  ];
  const wholly = matcher(whole.files, key);
  compare(outcome, whole, wholly, records, strangers, 'whole');
  for (const [index, record] of records.entries()) {
    const rendering = target.render({ key, allToolNames }, [record], { only: true });
    const beside = [allToolNames[index - 1], allToolNames[index + 1]].filter(isPlain);
    const others = beside.filter((name) => name !== record.tool);
    compare(
      outcome,
      rendering,
      matcher(rendering.files, key),
      [record],
      [...others, ...neighbour(record.tool, index, allToolNames)],
      'alone',
    );
  }
  return outcome;
}

/** A name that is nearly that of the tool and no tool's; none of one that clients may take for another. */
function neighbour(name: string, index: number, names: readonly string[]): string[] {
  const near = [`${name}x`, `x${name}`, name.slice(0, -1), name.toUpperCase()][index % 4] ?? '';
  return isPlain(name) && near !== '' && !names.includes(near) ? [near] : [];
}

function isPlain(name: string | undefined): name is string {
  return name !== undefined && /^[\w-]+$/.test(name);
}

function compare(
  outcome: Outcome,
  rendering: Rendering,
  decide: Decide,
  records: readonly PolicyRecord[],
  strangers: readonly string[],
  form: 'whole' | 'alone',
): void {
  const check = (what: string, found: Answer, wanted: Answer, more = ''): void => {
    outcome.decisions += 1;
    if (found !== wanted) outcome.wrong.push(`${what}: ${found} and not ${wanted}${more}`);
  };
  for (const [index, told] of rendering.perTool.entries()) {
    const record = records[index];
    if (record === undefined || record.tool !== told.tool) throw new Error('a tool is missing');
    if (isLaxer(told)) {
      outcome.laxer.add(`${form}: ${told.intended} to ${told.expressed}`);
      if (told.status !== 'cannot-express')
        outcome.wrong.push(`${told.tool}: ${told.expressed} is laxer than ${told.intended} and not said`);
    }
    if (losesRules(told, record)) outcome.wrong.push(`${told.tool} passes whatever its arguments`);
    if (told.arguments === 'enforced')
      checkArguments(outcome, decide, record, rendering.target !== 'agentcore');
    else check(told.tool, decide(told.tool), told.expressed);
  }
  for (const name of strangers) check(name, decide(name), rendering.others, ', being no tool of the file');
}

/** Without its argument rules a tool must not be allowed. */
function losesRules(told: PerTool, { argumentRules: { require, deny_if } }: PolicyRecord): boolean {
  return told.arguments !== 'enforced' && require.length + deny_if.length > 0 && told.expressed === 'allow';
}

function isLaxer({ intended, expressed }: PerTool): boolean {
  return STRICTNESS.indexOf(expressed) < STRICTNESS.indexOf(intended);
}

/** Nothing outside of the rules may pass, and something inside must. AgentCore refuses what its schema does not take. */
function checkArguments(
  outcome: Outcome,
  decide: Decide,
  record: PolicyRecord,
  seesOtherTypes: boolean,
): void {
  const calls = callsAround(record, seesOtherTypes).map((call) => ({
    ...call,
    found: decide(record.tool, call.args),
  }));
  outcome.decisions += calls.length;
  for (const { args, isInside, found } of calls)
    if (found === 'allow' && !isInside)
      outcome.wrong.push(`${record.tool} passes with ${JSON.stringify(args)}`);
  if (!calls.some(({ isInside, found }) => isInside && found === 'allow'))
    outcome.wrong.push(`${record.tool} never passes, whatever its arguments`);
}
