import { policyText } from '../policy/policy-text.ts';
import type { ToolAdvice } from '../recommend/advice.ts';
import type { Decision } from '../recommend/decision-table.ts';
import { policyFor } from '../recommend/policies.ts';
import { capWords, effectOfRule } from './control.ts';
import type { PolicySnippet } from './page-model.ts';
import { list, shorten, theServer } from './phrase.ts';
import { shown } from './shown.ts';

/** What the policy cannot do, truthfully. */
function beyondRule(advice: ToolAdvice): string {
  if (advice.decision === 'ask' && advice.passes === null) {
    return `policy.json version 1 cannot ask a person, so the nearest stricter form stands here: the call is denied and the agent is told why. When a person lifts the denial, cap it at ${capWords(advice.limit)}.`;
  }
  if (advice.decision === 'allow') {
    return advice.forbidden.length > 0
      ? 'It looks at no other argument: a call within the cap passes, whatever else it asks for.'
      : 'It does not look into the arguments: a call within the cap passes, whatever it asks for.';
  }
  if (advice.passes !== null) {
    return 'It cannot ask a person: a call outside its conditions is denied, and the agent is told why.';
  }
  return `It cannot let a single call through: a person who needs one lifts the rule for a while and caps it at ${capWords(advice.limit)}.`;
}

/** Where the meaning of a policy is a choice, ours is said; nothing of what the policy does not hold. */
function ourReading(policy: string): string {
  const readings = [
    ...(policy.includes('"require"')
      ? [
          'every entry of "require" must hold',
          'a missing argument fails every comparison except "exists" with false',
        ]
      : []),
    ...(policy.includes('"scope"') ? ['a limit of scope "grant" counts for each grant'] : []),
  ];
  return readings.length === 0
    ? ''
    : ` Our own reading: ${list(readings)}. Check that your gateway reads it so.`;
}

/** The form for this tool alone. */
export function toolSnippet(advice: ToolAdvice, serverTitle: string): PolicySnippet {
  const name = shorten(shown(advice.tool), 80);
  const text = policyText(policyFor([advice]));
  return {
    id: 'tool',
    label: 'Only this tool',
    fileName: 'policy.json',
    text,
    does: shown(
      `${effectOfRule(advice, name)} Pasted alone, it denies every other tool of ${theServer(serverTitle)}, because its default is deny.`,
    ),
    doesNot: shown(beyondRule(advice) + ourReading(text)),
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
          : ` Of ${some === 1 ? 'one denied tool' : `${some} denied tools`}, calls that meet the stated conditions go through.`) +
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
