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

/** A call that changes nothing does neither of these. */
const CHANGES: readonly string[] = ['delete', 'access'];

/** Verbs of a name that speak of a change. */
const CHANGING = /\b(?:create|update|upsert|set|add|edit|write|insert|put|upload|modify|rename|move)\b/;

/**
 * What nothing in the definition says a call does: the flags that are not set, in words. A flag is denied only
 * where no string of the definition speaks of that kind of effect, whatever the rules made of it. The words looked
 * for are English, so of a text in another language only the rules are spoken of.
 */
export function doesNotOf({ definition, verdict, provenance }: Subject): Shown {
  if (verdict.flags.includes('code')) {
    return shown(
      'The definition sets no bound: what the caller writes decides what a call reads, changes, deletes or sends.',
    );
  }
  const text = stringsOf(definition).join(' . ');
  const spoken = familiesIn(text);
  const isStill = verdict.category === 'Read' && changesNothing(definition, spoken);
  const absent = ABSENT.filter(([flag]) => !verdict.flags.includes(flag) && !spoken.has(flag))
    .filter(([flag]) => !isStill || !CHANGES.includes(flag))
    .map(([, phrase]) => phrase);
  const words = [...(isStill ? ['changes anything'] : []), ...absent];
  if (words.length === 0)
    return shown(
      'The definition rules nothing out: its words touch every kind of effect that is tracked here.',
    );
  const part = provenance === 'listed' ? 'the part of the definition that was printed' : 'the definition';
  return shown(
    isEnglish(definition)
      ? `Nothing in ${part} says that a call ${list(words, 'or')}.`
      : `No rule found that a call ${list(words, 'or')}; the text is not in English, which the rules read best.`,
  );
}

function changesNothing({ name }: Definition, spoken: ReadonlySet<WordFamily>): boolean {
  return !spoken.has('delete') && !CHANGING.test(nameWords(name).join(' '));
}

/** Words that stand in any two sentences of these languages, and in none of English. */
const OTHER_WORDS =
  /(?<![\p{L}_-])(?:el|los|las|del|una?|para|por|com|em|aos?|uma|dos|das|não|les|des|une|pour|der|das|und|eine?|della|gli)(?![\p{L}_-])/gu;

/** Judged from the description: scripts other than Latin, and small words of the commonest other languages. */
function isEnglish({ description }: Definition): boolean {
  if (typeof description !== 'string') return true;
  const start = description.slice(0, 600);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const foreign = start.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  const small = start.match(OTHER_WORDS)?.length ?? 0;
  return foreign * 10 <= letters && small + (start.match(/[^\P{L}a-z]/giu)?.length ?? 0) < 2;
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
