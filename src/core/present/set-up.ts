import type { ToolAdvice } from '../recommend/advice.ts';
import { unboundable } from '../recommend/argument-templates.ts';
import type { Lever } from '../recommend/levers.ts';
import type { Shown } from './page-model.ts';
import { list, shorten, theServer } from './phrase.ts';
import { shown } from './shown.ts';

/** Set-up in order, for any gateway that reads the language. */
export function stepsOf(advice: ToolAdvice, serverTitle: string): Shown[] {
  const name = shorten(shown(advice.tool), 80);
  const steps = [
    'Save the text as policy.json. If a policy for this server exists already, add only the entry of this tool to it, under "tools" or "hide".',
    `Load it in the gateway that stands between the agent and ${theServer(serverTitle)}; it must read policy.json version 1.`,
    'Point the client at the gateway. A client that still reaches the server directly is not bound by any policy.',
    `Check it: ${checkOf(advice, name)}`,
  ];
  return [...steps, ...leverSteps(advice)].map((step) => shown(step));
}

function checkOf(advice: ToolAdvice, name: string): string {
  if (advice.decision === 'hide') return `${name} must be missing from the list of tools.`;
  if (advice.decision === 'allow')
    return `a call to ${name} must pass, and one call more than the cap must be denied.`;
  if (advice.passes !== null) return `a call to ${name} outside the conditions must be denied.`;
  return `a call to ${name} must be denied.`;
}

/** Arguments on which a person can set a bound that the definition does not reveal. */
function leverSteps({ levers, decision, passes }: ToolAdvice): string[] {
  if (decision === 'hide' || passes !== null) return [];
  const isAllowed = decision === 'allow';
  const lead = isAllowed
    ? 'To be stricter, '
    : 'To let some calls pass, put conditions in the place of the denial: ';
  const bounds = [
    ...(isAllowed ? [] : boundOf(levers.amount, 'number', 'at most an amount you choose (op "lte")')),
    ...recipientBound(levers.recipient),
    ...boundOf(levers.url, 'text', 'an address on a host you name (op "regex", anchored with ^)'),
    ...boundOf(
      levers.path,
      'text',
      'a path in a folder you name, without ".." (op "regex", anchored with ^)',
    ),
  ];
  const isMixed = [levers.path, levers.url].some((found) => new Set(found.map(({ kind }) => kind)).size > 1);
  return [...bounds.map((bound) => `${lead}${bound}`), ...(isMixed ? [] : unboundable({ levers }))];
}

/** A bound on one recipient field alone binds nobody, so all of them are text or there is none. */
function recipientBound(levers: readonly Lever[]): string[] {
  if (levers.some(({ kind }) => kind === 'other')) return [];
  const lists = levers.filter(({ kind }) => kind !== 'text');
  if (lists.length === 0) return boundOf(levers, 'text', 'one of the recipients you name (op "in")');
  return [
    `mind that no condition can look into a list: ${argumentsOf(lists)} cannot be held to recipients you name one by one, only forbidden altogether (op "exists", value false).`,
  ];
}

/** One condition for each argument that it can compare; the others are named. */
function boundOf(levers: readonly Lever[], kind: Lever['kind'], bound: string): string[] {
  const fitting = levers.filter((lever) => lever.kind === kind);
  if (fitting.length === 0) return [];
  const rest = levers.filter((lever) => lever.kind !== kind);
  const optional = fitting.filter(({ required }) => !required);
  const verb = fitting.length === 1 ? 'is' : 'are each';
  return [
    `require that ${argumentsOf(fitting)} ${verb} ${bound}.` +
      (optional.length === 0
        ? ''
        : ` A call that leaves out ${argumentsOf(optional, 'or')} is then denied as well.`) +
      (rest.length === 0
        ? ''
        : ` No condition can look into the list that ${argumentsOf(rest, 'or')} takes.`),
  ];
}

function argumentsOf(levers: readonly Lever[], last = 'and'): string {
  return list(
    levers.map(({ name }) => `args.${name}`),
    last,
  );
}
