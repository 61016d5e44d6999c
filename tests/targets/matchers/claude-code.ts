import type { Answer, Matcher } from './matcher.ts';
import { globs, jsonOf, listAt } from './reading.ts';

const ORDER: [list: string, answer: Answer][] = [
  ['deny', 'hide'],
  ['ask', 'ask'],
  ['allow', 'allow'],
];

/** Deny before ask before allow, the first match wins. `mcp__KEY` alone is the whole server; a star, anything. */
export const claudeCode: Matcher = (files, key) => {
  const settings = jsonOf(files, 'settings.json');
  const server = `mcp__${plain(key)}`;
  return (tool) => {
    const name = `${server}__${plain(tool)}`;
    const matches = (rule: string): boolean => {
      if (rule.includes('(')) throw new Error(`arguments in ${rule}`);
      return rule === server || globs(rule, name);
    };
    const found = ORDER.find(([list]) => (listAt(settings, 'permissions', list) ?? []).some(matches));
    return found?.[1] ?? 'ask';
  };
};

function plain(name: string): string {
  let found = '';
  for (let at = 0; at < name.length; at += 1) found += /[\w-]/.test(name.charAt(at)) ? name.charAt(at) : '_';
  return found;
}
