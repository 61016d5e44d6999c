import type { Condition, Rule, Words } from '../classify/rule.ts';
import { pointer } from '../tool/json.ts';

/** A rule that lost one part. */
export interface Mutant {
  /** JSON Pointer of the clause that lost something. */
  path: string;
  /** What it lost, e.g. `when.any[0] loses "wire"`. */
  change: string;
  rule: Rule;
}

interface Loss<Part> {
  path: string;
  lost: string;
  part: Part;
}

/**
 * Every rule that differs from the given one by the loss of one clause, one key of an act or parameter, one word
 * of an inline list, or the whole `unless`. Named lexicons stay whole: rules share them.
 */
export function weakened(rule: Rule): Mutant[] {
  const { unless, ...bare } = rule;
  const mutants = conditionLosses(rule.when, '/when').map((loss) =>
    mutantOf(loss, { ...rule, when: loss.part }),
  );
  if (unless === undefined) return mutants;
  const without = mutantOf({ path: '/unless', lost: 'is removed', part: null }, bare);
  const narrower = conditionLosses(unless, '/unless').map((loss) =>
    mutantOf(loss, { ...rule, unless: loss.part }),
  );
  return [...mutants, without, ...narrower];
}

function mutantOf({ path, lost }: Loss<unknown>, rule: Rule): Mutant {
  const place = path
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
  return { path, change: `${place} ${lost}`, rule };
}

function conditionLosses(condition: Condition, at: string): Loss<Condition>[] {
  const { all, any, act, parameter, name, text, says, claim } = condition;
  return [
    ...wrapped('all', all, at, listLosses),
    ...wrapped('any', any, at, listLosses),
    ...wrapped('act', act, at, keyLosses),
    ...wrapped('parameter', parameter, at, keyLosses),
    ...wrapped('claim', claim, at, keyLosses),
    ...wrapped('name', name, at, wordLosses),
    ...wrapped('text', text, at, wordLosses),
    ...wrapped('says', says, at, wordLosses),
  ];
}

/** The losses of the one part that a condition has, each as a condition again. */
function wrapped<Part>(
  key: keyof Condition,
  part: Part | undefined,
  at: string,
  lossesOf: (part: Part, at: string) => Loss<Part>[],
): Loss<Condition>[] {
  if (part === undefined) return [];
  return lossesOf(part, pointer(at, key)).map((loss) => ({ ...loss, part: { [key]: loss.part } }));
}

function listLosses(parts: Condition[], at: string): Loss<Condition[]>[] {
  return parts.flatMap((part, index) => {
    const path = pointer(at, index);
    const rest = parts.filter((_, other) => other !== index);
    const within = conditionLosses(part, path).map((loss) => ({
      ...loss,
      part: parts.with(index, loss.part),
    }));
    return [{ path, lost: 'is removed', part: rest }, ...within];
  });
}

/** The only key of a condition is the condition: its loss is the loss of the clause. */
function keyLosses<Keyed extends object>(condition: Keyed, at: string): Loss<Keyed>[] {
  const keys = Object.entries(condition).filter(([, value]) => value !== undefined);
  return keys.flatMap(([key, value]) => {
    const rest = Object.fromEntries(keys.filter(([other]) => other !== key)) as Keyed;
    const without = keys.length > 1 ? [{ path: at, lost: `loses ${key}`, part: rest }] : [];
    const within = wordLosses(value as Words, pointer(at, key)).map((loss) => ({
      ...loss,
      part: { ...condition, [key]: loss.part },
    }));
    return [...without, ...within];
  });
}

/** The last word of a list is the list: its loss is the loss of the key. */
function wordLosses(words: Words, at: string): Loss<Words>[] {
  if (!Array.isArray(words) || words.length < 2) return [];
  return words.map((word, index) => ({
    path: at,
    lost: `loses "${word}"`,
    part: words.filter((_, other) => other !== index),
  }));
}
