import { atomsOf, atomWords } from '../../attacks/atoms.ts';
import type { AttackPattern, Predicate } from '../../attacks/pattern.ts';
import { type Block, paragraph, steps } from '../document.ts';
import { count, list } from '../phrase.ts';
import { shown } from '../shown.ts';

/** A term as a phrase; where several atoms have to hold together it says so, since "or" may stand before and behind it. */
function termWords(term: string): string {
  const words = atomsOf(term).map((atom) => atomWords(atom));
  return words.length === 1 ? list(words) : `${words.length === 2 ? 'both' : 'at once'} ${list(words)}`;
}

/** A predicate as a phrase that completes "a tool …". */
function predicateWords({ all = [], any = [], none = [] }: Predicate): string {
  const phrases = (terms: readonly string[]): string[] => terms.map(termWords);
  const some = any.length === 0 ? [] : [list(phrases(any), 'or')];
  const required = list([...phrases(all), ...some], all.length > 0 && any.length > 1 ? 'and either' : 'and');
  return none.length === 0
    ? required
    : `${required}, and of which nothing says that it ${list(phrases(none), 'or')}`;
}

/** What meets a pattern: sentences, and the parts that tools play in the order in which they are counted. */
export function preconditionBlocks({ scope, when }: Pick<AttackPattern, 'scope' | 'when'>): Block[] {
  if (when.everyTool !== undefined) return [paragraph(`Every tool meets it. ${when.everyTool}`)];
  if (when.parts === undefined) return [paragraph(`A tool meets it that ${predicateWords(when)}.`)];
  const where = scope === 'server' ? 'on one server' : 'in the hands of one agent, on whichever servers';
  return [
    paragraph(`It takes ${count(when.parts.length, 'part')} ${where}; one tool may play several:`),
    steps(when.parts.map((part) => `A tool that ${part.as}: one that ${predicateWords(part)}.`)),
    { kind: 'text', text: shown('See what your own tools can do together'), href: '/stack/' },
  ];
}
