import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GRAMMAR } from '../core/classify/grammar.ts';
import type { Lexicon } from '../core/classify/rule.ts';
import type { Finding } from '../core/finding.ts';
import { mentionsOf } from '../core/rulebook/mentions.ts';
import { problem } from '../ingest/problem.ts';
import type { RulebookFiles, RuleFile } from '../ingest/rules.ts';
import { readYaml } from '../ingest/yaml.ts';

/** Words written twice or in a form that can never match, lexicons that nothing reads, and ids given to two rules. */
export function lexiconFindings({ rules, lexicons }: RulebookFiles, catalogDir: string): Finding[] {
  const named = new Set([
    ...Object.values(GRAMMAR),
    ...rules.flatMap(({ rule }) => mentionsOf(rule).map(({ lexicon }) => lexicon)),
    ...lexicons.flatMap(({ of }) => of ?? []),
  ]);
  return [
    ...repeatedRules(rules, catalogDir),
    ...lexicons.flatMap((lexicon) => {
      const file = join(catalogDir, 'lexicon', `${lexicon.id}.yaml`);
      return [...wordFindings(lexicon, file), ...(isRead(lexicon, named) ? [] : [unread(file)])];
    }),
  ];
}

/** Every list of verbs tells the parser what a verb is, named or not. */
function isRead({ id, inflect }: Lexicon, named: ReadonlySet<string>): boolean {
  return inflect === 'verb' || named.has(id);
}

function wordFindings({ words, nouns = [] }: Lexicon, file: string): Finding[] {
  const source = () => readYaml(readFileSync(file, 'utf8'), file).source;
  const wrong = (path: string, message: string, hint: string): Finding =>
    problem('lexicon-word', message, hint, { file, line: source()?.lineOf(path) ?? 1, path });
  const first = new Map<string, number>();
  const found: Finding[] = [];
  for (const [index, word] of words.entries()) {
    const path = `/words/${index}`;
    const plain = word.toLowerCase().trim().replaceAll(/\s+/g, ' ');
    if (word !== plain) found.push(wrong(path, `"${word}" can never match.`, `Write "${plain}".`));
    if (first.has(plain)) found.push(wrong(path, `"${word}" stands twice.`, 'Keep one of them.'));
    first.set(plain, index);
  }
  const strays = nouns.flatMap((noun, index) => (first.has(noun) ? [] : [{ noun, path: `/nouns/${index}` }]));
  return [
    ...found,
    ...strays.map(({ noun, path }) =>
      wrong(path, `"${noun}" is no word of this lexicon.`, 'Add it to `words`, or remove it from `nouns`.'),
    ),
  ];
}

function unread(file: string): Finding {
  const hint = 'Name it in a rule, or remove the file.';
  return problem('unread-lexicon', 'No rule names this lexicon.', hint, { file, line: 1 });
}

function repeatedRules(rules: readonly RuleFile[], catalogDir: string): Finding[] {
  const first = new Map<string, string>();
  return rules.flatMap(({ rule, file }) => {
    const before = first.get(rule.id);
    first.set(rule.id, before ?? file);
    if (before === undefined) return [];
    const where = { file: join(catalogDir, file), line: 1, path: '/id' };
    const message = `The id "${rule.id}" is taken by ${before}.`;
    return [problem('duplicate-rule-id', message, 'Give one of the rules another id and file name.', where)];
  });
}
