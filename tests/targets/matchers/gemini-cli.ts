import type { Answer, Matcher } from './matcher.ts';
import { at, entriesAt, tomlOf } from './reading.ts';

const ANSWERS = new Map<unknown, Answer>([
  ['allow', 'allow'],
  ['ask_user', 'ask'],
  ['deny', 'hide'],
]);

/** What the parser of qualified names makes of a call: it ends the name of the server at the first underscore. */
function isReadable(key: string, tool: string): boolean {
  return !key.includes('_') && `mcp_${key}_${tool}`.length <= 63;
}

/** The highest priority wins, the first of equals; a denial without a pattern over arguments hides the tool. */
export const geminiCli: Matcher = (files, key) => {
  const rules = entriesAt(tomlOf(files, 'toolwarden.toml'), 'rule').toSorted(
    (a, b) => priorityOf(b) - priorityOf(a),
  );
  return (tool) => {
    const rule = rules.find((one) => {
      const [server, name] = [at(one, 'mcpName'), at(one, 'toolName')];
      if (server !== key && server !== '*') return false;
      return name === '*' || (name === tool && isReadable(key, tool));
    });
    const answer = rule === undefined ? 'ask' : ANSWERS.get(at(rule, 'decision'));
    if (answer === undefined) throw new Error('a rule without a decision that is known');
    return answer;
  };
};

function priorityOf(rule: object): number {
  const priority = at(rule, 'priority');
  if (typeof priority !== 'number' || !(priority >= 0 && priority <= 999))
    throw new Error('a priority is a number up to 999');
  return priority;
}
