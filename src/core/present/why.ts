import { EFFECTS, type Effect, FACTS, heightOf, rowOf, strengthOf } from '../taxonomy.ts';
import { EFFECT_WORDS } from './effect-words.ts';
import { quotesOf } from './evidence.ts';
import type { LedgerRow, Quote, Shown, ToolPage } from './page-model.ts';
import { capitalised, list, quoted, withArticle } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

/** The effect that sets the level, and the effect that sets the category: often the same one. */
export function leadingEffects({ verdict }: Subject): { level: Effect | null; category: Effect | null } {
  let level: Effect | null = null;
  let category: Effect | null = null;
  for (const effect of verdict.effects) {
    if (level === null || riskOf(effect) > riskOf(level)) level = effect;
    if (category === null || strength(effect) > strength(category)) category = effect;
  }
  return { level, category };

  function riskOf(effect: Effect): number {
    return heightOf(rowOf(effect, verdict.facts).risk);
  }
  function strength(effect: Effect): number {
    return strengthOf(EFFECTS[effect].category);
  }
}

/** The rows of the effect table that this tool selects, strongest first, with the words that selected each. */
export function ledgerOf({ definition, verdict }: Subject): LedgerRow[] {
  return verdict.effects.map((effect) => {
    const row = rowOf(effect, verdict.facts);
    const numbers: number[] = [];
    const spans = verdict.reasons.flatMap((reason, index) => {
      if (!('effect' in reason.emits) || reason.emits.effect !== effect) return [];
      numbers.push(index + 1);
      return reason.spans;
    });
    return {
      effect,
      ...row,
      decides: row.risk === verdict.risk,
      reasons: numbers,
      quotes: quotesOf(definition, spans),
    };
  });
}

/** Facts with the words that state them. */
export function factsOf({ definition, verdict }: Subject): ToolPage['why']['facts'] {
  return verdict.facts.map((fact) => {
    const spans = verdict.reasons.flatMap((reason) =>
      'fact' in reason.emits && reason.emits.fact === fact ? reason.spans : [],
    );
    return { fact, does: FACTS[fact], quotes: quotesOf(definition, spans) };
  });
}

/** What was seen and what it means, in one or two sentences. */
export function rationaleOf(subject: Subject, ledger: readonly LedgerRow[]): Shown {
  const { verdict } = subject;
  if (verdict.risk === null) {
    return shown(
      'No rule found an effect in the name, the description or the schema, so this tool is unrated rather than called harmless.',
    );
  }
  const { level, category } = leadingEffects(subject);
  const decisive = ledger.find((row) => row.effect === level);
  if (decisive === undefined)
    return shown(`The evidence makes it ${withArticle(verdict.category)} tool of ${verdict.risk} risk.`);
  const first = `${seen(decisive.quotes)}, which means that a call ${decisive.does}: ${verdict.risk} risk.`;
  const other = category === level ? undefined : ledger.find((row) => row.effect === category);
  if (other === undefined) return shown(capitalised(first));
  return shown(
    `${capitalised(first)} The category is ${verdict.category}, because a call also ${other.does}.`,
  );
}

/** "The name says “delete” and the description “Permanently removes”". */
function seen(quotes: readonly Quote[]): string {
  const places = new Map<string, string[]>();
  for (const { where, text } of quotes) {
    const texts = places.get(where);
    if (texts === undefined && places.size < 3) places.set(where, [quoted(text, 80)]);
    else if (texts !== undefined && texts.length < 3) texts.push(quoted(text, 80));
  }
  if (places.size === 0) return 'the definition as a whole points to one effect';
  const parts = [...places].map(
    ([where, texts], index) => `${article(where)} ${index === 0 ? 'says ' : ''}${list(texts)}`,
  );
  return list(parts);
}

function article(where: string): string {
  return /^(?:a|the) /.test(where) ? where : `the ${where}`;
}

/** What nothing in the definition says a call does: the flags that are not set, in words. */
export function doesNotOf({ verdict, provenance }: Subject): Shown {
  const absent = [
    ['delete', 'deletes anything'],
    ['code', 'runs code or commands of the caller'],
    ['outbound', 'sends data to other people'],
    ['money', 'moves money'],
    ['access', 'changes access'],
  ] as const;
  const words: string[] = absent
    .filter(([flag]) => !verdict.flags.includes(flag))
    .map(([, phrase]) => phrase);
  if (verdict.category === 'Read' && verdict.risk !== null) words.unshift('changes anything');
  if (words.length === 0)
    return shown('The definition rules nothing out: it shows every kind of effect that is tracked here.');
  const part = provenance === 'listed' ? 'the part of the definition that was printed' : 'the definition';
  return shown(
    `Nothing in ${part} says that a call ${list(words, 'or')}. What the server does beyond its text cannot be seen here.`,
  );
}

/** What misuse would cause: of the riskiest effect, and of one more where it adds another kind of harm. */
export function misuseOf(subject: Subject): Shown {
  const { level, category } = leadingEffects(subject);
  if (level === null)
    return shown(
      'What misuse would cause cannot be told from the definition: treat the tool as one that can do harm.',
    );
  const second =
    category !== null && category !== level
      ? category
      : subject.verdict.effects.find((effect) => effect !== level);
  const isWorthSaying = second !== undefined && heightOf(EFFECTS[second].risk) >= heightOf('High');
  return shown(
    [EFFECT_WORDS[level].misuse, ...(isWorthSaying ? [EFFECT_WORDS[second].misuse] : [])].join(' '),
  );
}

export function runnerUpOf({ verdict }: Subject): Shown {
  if (verdict.runnerUp === null) return shown('No second category had evidence of its own.');
  const why = verdict.runnerUp.why.trim();
  return shown(
    `${verdict.runnerUp.category} came second. ${capitalised(why)}${/[.!?]$/.test(why) ? '' : '.'}`,
  );
}
