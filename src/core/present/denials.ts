import { familiesIn, type WordFamily } from '../recommend/stronger-words.ts';
import type { Definition } from '../tool/definition.ts';
import type { JsonValue } from '../tool/json.ts';
import { nameWords } from '../tool/name-words.ts';
import type { Shown } from './page-model.ts';
import { list } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

const ABSENT: readonly [WordFamily, string][] = [
  ['delete', 'deletes anything'],
  ['code', 'runs code or commands of the caller'],
  ['outbound', 'sends data to other people'],
  ['money', 'moves money'],
  ['access', 'changes access'],
];

/** Verbs of a name that speak of a change. */
const CHANGING = /\b(?:create|update|upsert|set|add|edit|write|insert|put|upload|modify|rename|move)\b/;

/**
 * What nothing in the definition says a call does: the flags that are not set, in words. A flag is denied only
 * where no string of the definition speaks of that kind of effect, whatever the rules made of it.
 */
export function doesNotOf({ definition, verdict, provenance }: Subject): Shown {
  if (verdict.flags.includes('code')) {
    return shown(
      'The definition sets no bound: what the caller writes decides what a call reads, changes, deletes or sends.',
    );
  }
  const spoken = familiesIn(stringsOf(definition).join(' . '));
  const words = ABSENT.filter(([flag]) => !verdict.flags.includes(flag) && !spoken.has(flag)).map(
    ([, phrase]) => phrase,
  );
  const isStill =
    verdict.category === 'Read' &&
    verdict.risk !== null &&
    !spoken.has('delete') &&
    !CHANGING.test(nameWords(definition.name).join(' '));
  if (isStill) words.unshift('changes anything');
  if (words.length === 0)
    return shown(
      'The definition rules nothing out: its words touch every kind of effect that is tracked here.',
    );
  const part = provenance === 'listed' ? 'the part of the definition that was printed' : 'the definition';
  return shown(
    `Nothing in ${part} says that a call ${list(words, 'or')}. What the server does beyond its text cannot be seen here.`,
  );
}

/** Fields of a definition that say what a call takes, does and gives back. */
const TELLING = ['name', 'title', 'description', 'inputSchema', 'outputSchema', 'arguments', 'annotations'];

/** Every key and string in them. Not recursive: a stranger decides how deep a schema goes. */
function stringsOf(definition: Definition): string[] {
  const found: string[] = [];
  const open: (JsonValue | undefined)[] = TELLING.map((field) => definition[field]);
  for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Array.isArray(value) ? value : Object.entries(value).flat()) open.push(inner);
    }
  }
  return found;
}
