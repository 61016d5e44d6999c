import { load } from 'js-yaml';
import type { Matcher } from './matcher.ts';
import { at, jsonOf, listAt, textOf } from './reading.ts';

/** Nothing in a file lets a tool run unasked; an agent that lists its tools leaves out all others. */
export const vscode: Matcher = (files, key) => {
  const agent = files.some(({ name }) => name.endsWith('.agent.md'))
    ? listAt(headOf(textOf(files, 'toolwarden.agent.md')), 'tools')
    : undefined;
  return (tool) =>
    agent?.some((one) => one === `${key}/${tool}` || one === `${key}/*`) === false ? 'hide' : 'ask';
};

/** True where the dialog offers to remember the approval, so that later calls pass. */
export function offersAlways(files: Parameters<Matcher>[0], key: string, tool: string): boolean {
  const settings = at(jsonOf(files, 'settings.json'), 'chat.tools.eligibleForAutoApproval');
  return at(settings, `${key}/${tool}`) !== false;
}

function headOf(text: string): unknown {
  const [, head] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  if (head === undefined) throw new Error('the agent has no head');
  return load(head);
}
