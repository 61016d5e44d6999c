import { policyText } from '../policy/policy-text.ts';
import type { ToolAdvice } from '../recommend/advice.ts';
import type { Cap, Decision } from '../recommend/decision-table.ts';
import { policyFor } from '../recommend/policies.ts';
import type { PolicySnippet, Shown } from './page-model.ts';
import { count, list, shorten, theServer } from './phrase.ts';
import { shown } from './shown.ts';

/** "30 calls a minute". */
export function capWords({ max, window }: Cap): string {
  return `${count(max, 'call')} ${window === 'hour' ? 'an hour' : `a ${window}`}`;
}

/** The decision as an instruction: completes "the advice is to …". */
export function adviceWords(advice: ToolAdvice): string {
  const words: Record<Decision, string> = {
    allow: `allow it, at most ${capWords(advice.limit)}`,
    ask: 'let a person approve each call',
    deny: 'deny every call',
    hide: 'hide it from the agent',
  };
  return advice.passes === null
    ? words[advice.decision]
    : `${words[advice.decision]}, except ${shown(advice.passes)}`;
}

/** The recommended decision as a sentence. */
export function decisionOf(advice: ToolAdvice): Shown {
  const bulk = advice.bulk ? ' One call can take many targets, so the cap is a fifth of the usual one.' : '';
  return shown(`Recommended: ${adviceWords(advice)}, because ${advice.because}.${bulk}`);
}

/** What pasting the policy does to this tool, in the words of its own rule. */
export function effectOfRule(advice: ToolAdvice, name: string): string {
  const skips =
    advice.forbidden.length === 0 ? '' : ` Calls that set ${list(advice.forbidden)} to true are denied.`;
  if (advice.decision === 'hide')
    return `${name} is taken out of the list of tools, and a call to it is denied.`;
  if (advice.decision === 'allow') return `${name} may be called, at most ${capWords(advice.limit)}.${skips}`;
  if (advice.passes !== null) {
    return `Of ${name}, only ${advice.passes} go through, at most ${capWords(advice.limit)}; every other call is denied.${skips}`;
  }
  return `${name} stays in the list of tools, and every call to it is denied with a message to the agent.`;
}

/** What the policy cannot do, truthfully. */
function beyondRule(advice: ToolAdvice): string {
  if (advice.decision === 'ask' && advice.passes === null) {
    return `policy.json version 1 cannot ask a person, so the nearest stricter form stands here: the call is denied and the agent is told why. When a person lifts the denial, cap it at ${capWords(advice.limit)}.`;
  }
  if (advice.decision === 'allow')
    return 'It does not look into the arguments, unless a condition above does.';
  return `It cannot let a single call through: a person who needs one lifts the rule for a while and caps it at ${capWords(advice.limit)}.`;
}

/** The form for this tool alone. */
export function toolSnippet(advice: ToolAdvice, serverTitle: string): PolicySnippet {
  const name = shorten(shown(advice.tool), 80);
  return {
    id: 'tool',
    label: 'Only this tool',
    fileName: 'policy.json',
    text: policyText(policyFor([advice])),
    does: shown(
      `${effectOfRule(advice, name)} Pasted alone, it denies every other tool of ${theServer(serverTitle)}, because its default is deny.`,
    ),
    doesNot: shown(beyondRule(advice)),
  };
}

/** The form for the whole server: every tool with its own rule. Built once per server. */
export function serverSnippet(advice: readonly ToolAdvice[], serverTitle: string): PolicySnippet {
  const tally = (decision: Decision): number => advice.filter((one) => one.decision === decision).length;
  const parts = [
    `${tally('allow')} allowed with a cap`,
    `${tally('ask')} that a person should approve`,
    `${tally('deny')} denied`,
    `${tally('hide')} hidden`,
  ].filter((part) => !part.startsWith('0 '));
  const some = advice.filter((one) => one.passes !== null).length;
  return {
    id: 'server',
    label: 'Whole server',
    fileName: 'policy.json',
    text: policyText(policyFor(advice)),
    does: shown(
      `Covers ${allOf(advice.length)} of ${theServer(serverTitle)}: ${parts.length === 0 ? 'none' : list(parts)}.` +
        (some === 0
          ? ''
          : ` For ${count(some, 'denied tool')}, the calls that meet the stated conditions go through.`) +
        ' A tool the server adds later is denied until it is listed.',
    ),
    doesNot: shown(
      tally('ask') === 0
        ? 'It says nothing about other servers: each has a policy of its own.'
        : 'policy.json version 1 cannot ask a person, so tools that a person should approve are denied with a message that says so.',
    ),
  };
}

function allOf(tools: number): string {
  if (tools < 3) return ['no tool', 'the one tool', 'both tools'][tools] ?? '';
  return `all ${tools} tools`;
}

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
function leverSteps({ levers, decision }: ToolAdvice): string[] {
  const lead =
    decision === 'allow'
      ? 'To be stricter, '
      : 'To let some calls pass, put conditions in the place of the denial: ';
  const steps: string[] = [];
  const [amount] = levers.amount;
  if (amount !== undefined && decision !== 'allow') {
    steps.push(`${lead}require that args.${amount} is at most an amount you choose (op "lte").`);
  }
  const [recipient] = levers.recipient;
  if (recipient !== undefined)
    steps.push(`${lead}require that args.${recipient} is one of the recipients you name (op "in").`);
  const [url] = levers.url;
  if (url !== undefined)
    steps.push(`${lead}require that args.${url} matches the hosts you name (op "regex", anchored with ^).`);
  const [path] = levers.path;
  if (path !== undefined)
    steps.push(
      `${lead}require that args.${path} starts with a folder you name and holds no ".." (op "regex", anchored with ^).`,
    );
  return decision === 'hide' ? [] : steps;
}
