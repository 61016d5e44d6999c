import type { ToolAdvice } from '../recommend/advice.ts';
import type { Shown } from './page-model.ts';
import { shorten, theServer } from './phrase.ts';
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
