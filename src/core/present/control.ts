import type { ToolAdvice } from '../recommend/advice.ts';
import type { Cap, Decision } from '../recommend/decision-table.ts';
import type { Shown } from './page-model.ts';
import { count, list } from './phrase.ts';
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

/** The recommended decision as a sentence, and what it is where nobody can be asked. */
export function decisionOf(advice: ToolAdvice, unattended: ToolAdvice): Shown {
  const bulk = advice.bulk ? ' One call can take many targets, so the cap is a fifth of the usual one.' : '';
  return shown(
    `Recommended: ${adviceWords(advice)}, because ${advice.because}.${bulk} Unattended: ${adviceWords(unattended)}.`,
  );
}

/** What pasting the policy does to this tool, in the words of its own rule. */
export function effectOfRule(advice: ToolAdvice, name: string): string {
  const skips =
    advice.forbidden.length === 0
      ? ''
      : ` Calls that set ${list(advice.forbidden, 'or')} to true are denied.`;
  if (advice.decision === 'hide')
    return `${name} is taken out of the list of tools, and a call to it is denied.`;
  if (advice.decision === 'allow') return `${name} may be called, at most ${capWords(advice.limit)}.${skips}`;
  if (advice.passes !== null) {
    return `Of ${name}, only ${advice.passes} go through, at most ${capWords(advice.limit)}; every other call is denied.${skips}`;
  }
  return `${name} stays in the list of tools, and every call to it is denied with a message to the agent.`;
}
