import { visit } from 'jsonc-parser';
import type { Answer, Matcher } from './matcher.ts';
import { textOf } from './reading.ts';

const ANSWERS = new Map<unknown, Answer>([
  ['allow', 'allow'],
  ['ask', 'ask'],
  ['deny', 'hide'],
]);

/** The last rule whose pattern matches wins, in the order of the text; what none matches runs. */
export const opencode: Matcher = (files, key) => {
  const rules = rulesIn(textOf(files, 'opencode.json'));
  return (tool) => {
    const id = `${plain(key)}_${plain(tool)}`;
    const rule = rules.findLast(([pattern]) => matches(pattern, id));
    const answer = rule === undefined ? 'allow' : ANSWERS.get(rule[1]);
    if (answer === undefined) throw new Error('a rule without a decision that is known');
    return answer;
  };
};

/** The entries under `permission` as they stand in the text, since an object of JavaScript may order them anew. */
function rulesIn(text: string): [pattern: string, decision: unknown][] {
  const rules: [string, unknown][] = [];
  let name = '';
  visit(text, {
    onObjectProperty: (property) => {
      name = property;
    },
    onLiteralValue: (value, _offset, _length, _line, _character, path) => {
      if (path().length === 2 && path()[0] === 'permission') rules.push([name, value]);
    },
    onError: (error) => {
      throw new Error(`no JSON: ${error}`);
    },
  });
  return rules;
}

function plain(name: string): string {
  return name
    .split('')
    .map((unit) => (/[\w-]/.test(unit) ? unit : '_'))
    .join('');
}

/** A star is any run, a question mark one character. */
function matches(pattern: string, id: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(id);
}
