import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Finding } from '../../src/core/finding.ts';
import { type Call, decide } from '../../src/core/policy/decide.ts';
import { Counters } from '../../src/core/policy/stored-counters.ts';
import type { PolicyDecision } from '../../src/core/schemas/policy-answers.ts';
import { isObject, type JsonObject } from '../../src/core/tool/json.ts';
import { readJson } from '../../src/ingest/json.ts';
import { readPolicyFile, readText } from '../../src/ingest/policy-file.ts';
import { problem } from '../../src/ingest/problem.ts';
import { jsonLine, print } from '../print.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  policy: string;
  call: string;
  counters?: string;
  now?: number;
}

/** `toolwarden policy evaluate`: one call decided, and the counters afterwards. */
export function register(policy: Command, done: (exitCode: number) => void): void {
  policy
    .command('evaluate')
    .description('Decides one call, and tells the counters afterwards')
    .requiredOption('--policy <file>', 'a policy.json, or - for standard input')
    .requiredOption('--call <json>', 'the call: {"name": "…", "arguments": {…}}')
    .option('--counters <file>', 'the counters so far, as an earlier evaluation printed them')
    .addOption(new Option('--now <time>', 'moment of the call, e.g. 2026-11-20T15:04:00Z').argParser(moment))
    .action(async (flags: Flags) => {
      await print(jsonLine(await evaluate(flags)));
      done(0);
    });
}

/** Throws {@link Unusable} with the mistakes of policy, call and counters at once. */
async function evaluate(flags: Flags): Promise<PolicyDecision> {
  const { policy, findings: mistakes } = await readPolicyFile(flags.policy);
  const { call, findings: wrongCall } = callIn(flags.call);
  const { counters, findings: wrongCounts } =
    flags.counters === undefined ? { counters: {}, findings: [] } : await countersIn(flags.counters);
  const findings = [...mistakes, ...wrongCall, ...wrongCounts];
  if (policy === null || call === null || counters === null) throw new Unusable(findings);
  reportFindings(findings);
  const outcome = decide(policy, call, counters, flags.now ?? Date.now());
  const { decision, message, rule } = outcome;
  return { decision, message, rule, counters: { ...outcome.counters } };
}

/** As it stands: a schema would drop arguments of odd names. */
function callIn(text: string): { call: Call | null; findings: Finding[] } {
  const { value, findings } = readJson(text, '--call');
  if (findings.length > 0) return { call: null, findings };
  if (isObject(value) && typeof value['name'] === 'string' && isObject(value['arguments'] ?? {})) {
    const { name, arguments: args = {}, ...rest } = value as JsonObject & Call;
    if (Object.keys(rest).length === 0) return { call: { name, arguments: args }, findings: [] };
  }
  const hint = 'Write {"name": "create_refund", "arguments": {"amount": 5}}.';
  const message = 'A call has a name, a text, and may have arguments, an object; nothing else.';
  return { call: null, findings: [problem('call', message, hint, { file: '--call' })] };
}

async function countersIn(file: string): Promise<{ counters: Counters | null; findings: Finding[] }> {
  const { text, findings: unread } = await readText(file, file);
  if (text === null) return { counters: null, findings: unread };
  const { value, findings } = readJson(text, file);
  if (findings.length > 0) return { counters: null, findings };
  const parsed = Counters.safeParse(value);
  if (parsed.success) return { counters: parsed.data, findings: [] };
  const hint = 'Write counters as an evaluation printed them, or {} for none.';
  const wrong = parsed.error.issues.map(({ path, message }) =>
    problem('counters', `${path.join('.') || 'This'} is no counter: ${message}.`, hint, { file }),
  );
  return { counters: null, findings: wrong };
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970. */
function moment(text: string): number {
  const time = ISO.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new InvalidArgumentError('Write a moment with its zone, e.g. 2026-11-20T15:04:00Z.');
}
