import type { Answer, Matcher } from './matcher.ts';
import { at, jsonOf } from './reading.ts';

const ANSWERS = new Map<unknown, Answer>([
  ['allow', 'allow'],
  ['confirm', 'ask'],
  ['deny', 'deny'],
]);

/** The default of a tool stands over the default of all, which is to confirm. */
export const zed: Matcher = (files, key) => {
  const permissions = at(jsonOf(files, 'settings.json'), 'agent', 'tool_permissions');
  return (tool) => {
    const own = at(permissions, 'tools', `mcp:${key}:${tool}`, 'default');
    const answer = ANSWERS.get(own ?? at(permissions, 'default') ?? 'confirm');
    if (answer === undefined) throw new Error('a decision that Zed does not know');
    return answer;
  };
};
