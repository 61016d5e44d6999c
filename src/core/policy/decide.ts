import { isObject, type JsonObject, pointer } from '../tool/json.ts';
import { twinOnWay } from './argument.ts';
import { holds } from './conditions.ts';
import { type PlacedLimit, reserve } from './counters.ts';
import { type Answer, every } from './equality.ts';
import { denialOf, requirementOf, twinTold } from './messages.ts';
import { own } from './own.ts';
import type { Policy, PolicyRule } from './policy.ts';
import { hasOnly, isRule } from './readable.ts';
import type { Counters } from './stored-counters.ts';
import { isMoment } from './utc.ts';

export type { Counters } from './stored-counters.ts';

/** What an agent asks a server to do. */
export interface Call {
  name: string;
  arguments: JsonObject;
}

export interface Outcome {
  decision: 'allow' | 'deny' | 'hide';
  /** What to tell the agent; null when the call is allowed. */
  message: string | null;
  /**
   * JSON Pointer into the policy of what decided: an entry of `hide`, `require`, `deny_if` or `limits`; `/default` where
   * the tool is not listed; the empty pointer where the policy or the call cannot be read; null when allowed.
   */
  rule: string | null;
  /** To keep for the next call; the same as before unless a limit counted this one. */
  counters: Counters;
}

type Refusal = Pick<Outcome, 'decision' | 'message'> & { rule: string };

/**
 * Decides one call: hide, then the default for tools without a rule, then `require`, `deny_if` and the limits (those
 * over every call first), the first denial wins. Only an allowed call is counted. Pure and total: whatever the JSON, it
 * returns, and what it cannot read or decide is denied. `now` is in milliseconds since 1970, UTC.
 */
export function decide(policy: Policy, call: Call, counters: Counters, now: number): Outcome {
  const refusal = isObject(counters)
    ? (refusalOf(policy, call) ?? timeTrouble(now))
    : deny('', 'The counters cannot be read, so every call is denied.');
  if (refusal !== null) return { ...refusal, counters };
  const limits = limitsOn(policy, call.name);
  const { refused, counters: after } =
    'rule' in limits ? { refused: limits, counters } : reserve(limits.placed, counters, now);
  if (refused === null) return { decision: 'allow', message: null, rule: null, counters: after };
  return { decision: 'deny', ...refused, counters: after };
}

/** Also where nothing is counted: who cannot tell the time cannot tell what else is wrong. */
function timeTrouble(now: unknown): Refusal | null {
  return isMoment(now) ? null : deny('', 'The time of the call cannot be read, so every call is denied.');
}

/** JSON Pointer of the entry of `hide` that takes a tool out of the list, or null. */
function hidingEntry(policy: Policy, tool: string): string | null {
  const hide = own(policy, 'hide');
  const index = Array.isArray(hide) ? hide.findIndex((entry) => entry === tool || entry === '*') : -1;
  return index === -1 ? null : `/hide/${index}`;
}

const KEYS = new Set(['version', 'default', 'hide', 'all_tools', 'tools']);
const ALL_TOOLS_KEYS = new Set(['limits']);
const TOOL_KEYS = new Set(['require', 'deny_if', 'limits']);

function refusalOf(policy: Policy, call: Call): Refusal | null {
  if (!isReadable(policy)) return deny('', 'The policy cannot be read, so every call is denied.');
  if (!isObject(call) || typeof call.name !== 'string') return deny('', 'The call names no tool.');
  const hiding = hidingEntry(policy, call.name);
  if (hiding !== null) return { decision: 'hide', message: 'The policy hides this tool.', rule: hiding };
  const rule = own(own(policy, 'tools'), call.name);
  if (rule === undefined) {
    return policy.default === 'allow' ? null : deny('/default', 'The policy does not list this tool.');
  }
  const at = pointer('/tools', call.name);
  if (!hasOnly(rule, TOOL_KEYS)) return deny(at, 'The rule for this tool cannot be read, so it is denied.');
  const given = own(call, 'arguments');
  const args = given === undefined ? {} : given;
  return (
    refusalByRule(own(rule, 'require'), `${at}/require`, args, 'require') ??
    refusalByRule(own(rule, 'deny_if'), `${at}/deny_if`, args, 'deny_if')
  );
}

/** A `deny_if` lets a call pass only when it surely does not hold, a `require` only when it surely does. */
function refusalByRule(
  entries: unknown,
  at: string,
  args: unknown,
  kind: 'require' | 'deny_if',
): Refusal | null {
  if (entries === undefined) return null;
  if (!Array.isArray(entries)) return deny(at, 'This part of the policy cannot be read, so it denies.');
  const passes: Answer = kind === 'require' ? 'yes' : 'no';
  for (const [index, entry] of entries.entries()) {
    // A broken condition beside one that does not hold would otherwise be passed over.
    if (!isRule(entry)) return deny(`${at}/${index}`, 'This rule cannot be read, so it denies.');
    const { conditions } = entry as unknown as PolicyRule;
    const answers = conditions.map((one) => holds(one, args));
    const answer = every(answers);
    if (answer === passes) continue;
    const twin = conditions.map(({ path }) => twinOnWay(path, args)).find((key) => key !== undefined);
    if (twin !== undefined) return deny(`${at}/${index}`, twinTold(twin));
    const tell = kind === 'require' ? requirementOf : denialOf;
    return deny(`${at}/${index}`, tell(entry, answers));
  }
  return null;
}

function limitsOn(
  policy: Policy,
  tool: string,
): { placed: PlacedLimit[] } | { rule: string; message: string } {
  const placed: PlacedLimit[] = [];
  const sources = [
    ['/all_tools', own(policy, 'all_tools'), ALL_TOOLS_KEYS],
    [pointer('/tools', tool), own(own(policy, 'tools'), tool), TOOL_KEYS],
  ] as const;
  for (const [at, source, keys] of sources) {
    const limits = own(source, 'limits');
    // "all_tools" is there for its limits, and without them nobody can tell what was meant.
    if (source === undefined || (limits === undefined && at !== '/all_tools')) continue;
    const rule = `${at}/limits`;
    if (!hasOnly(source, keys) || !Array.isArray(limits))
      return { rule, message: 'These limits cannot be read, so they have no room.' };
    placed.push(...limits.map((limit, index) => ({ limit, rule: `${rule}/${index}` })));
  }
  return { placed };
}

function isReadable(policy: unknown): boolean {
  const fallback = own(policy, 'default');
  const hide = own(policy, 'hide');
  const tools = own(policy, 'tools');
  return (
    hasOnly(policy, KEYS) &&
    own(policy, 'version') === '1' &&
    (fallback === 'allow' || fallback === 'deny') &&
    (hide === undefined ||
      (Array.isArray(hide) && hide.every((entry) => typeof entry === 'string' && entry !== ''))) &&
    (tools === undefined || isObject(tools))
  );
}

function deny(rule: string, message: string): Refusal {
  return { decision: 'deny', message, rule };
}
