import type { Verdict } from '../classify/verdict.ts';
import type { Lever } from '../recommend/levers.ts';
import { EFFECTS, type Effect, FACTS, heightOf, rowOf, strengthOf } from '../taxonomy.ts';
import { nameWords } from '../tool/name-words.ts';
import type { Parameter } from '../tool/parameters.ts';
import { EFFECT_WORDS } from './effect-words.ts';
import { quotesOf } from './evidence.ts';
import type { Quote, Shown } from './page-model.ts';
import { capitalised, list, oneLine, shorten } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { LedgerRow, ToolPage } from './tool-page-model.ts';

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
      quotes: spans.length > 0 ? quotesOf(definition, spans) : ruledQuotes(verdict),
    };
  });
}

/** What a ruling rests on, for an effect that no rule found. */
function ruledQuotes({ ruling }: Verdict): Quote[] {
  const where = shown('the evidence of the ruling');
  return (ruling?.evidence ?? []).map((words) => ({ where, text: shown(words) }));
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
      : subject.verdict.effects.find((effect) => effect !== level && !isPartOf(effect, level));
  const isWorthSaying = second !== undefined && heightOf(EFFECTS[second].risk) >= heightOf('High');
  const further = isWorthSaying ? [EFFECT_WORDS[second].misuse] : [];
  const reach = reachOf(subject);
  const first = misuseWords(level, subject);
  const whole = [first, ...further, ...reach].join(' ');
  return shown(whole.split(' ').length <= LONGEST ? whole : [first, ...reach].join(' '));
}

/** A search takes words and no address, so no address can be misused. */
function misuseWords(effect: Effect, { verdict, advice }: Subject): string {
  if (effect !== 'fetch-any' || advice.levers.url.length > 0 || verdict.signals.includes('url'))
    return EFFECT_WORDS[effect].misuse;
  return 'What comes back can carry instructions that the agent then follows, and the words of the query leave with every call.';
}

/** Effects whose harm is told already with that of a stronger one: whoever runs any code also starts and stops jobs. */
function isPartOf(effect: Effect, stronger: Effect): boolean {
  return (
    (stronger === 'run-arbitrary' && effect === 'run-named') ||
    (stronger === 'delete-many' && effect === 'delete-one')
  );
}

/** Words that a reader takes in at once. */
const LONGEST = 60;

/** The arguments of this very tool that decide what a wrong call hits. */
function reachOf(subject: Subject): string[] {
  const { amount, recipient, url, path } = subject.advice.levers;
  const words = [
    ...named(path, 'the file or folder'),
    ...named(url, 'the address'),
    ...named(recipient, 'who receives it'),
    ...named(amount, 'the sum'),
  ];
  if (words.length > 0) return [`How far that goes is up to the arguments: ${list(words)}.`];
  const targets = targetsOf(subject).map(({ name }) => shorten(oneLine(shown(name)), 40));
  return targets.length === 0 ? [] : [`What it hits is up to ${list(targets)}.`];
}

/** Effects on something that is there already. */
const ON_TARGETS: ReadonlySet<Effect> = new Set([
  'reveal-secret',
  'change-access',
  'run-named',
  'delete-one',
  'delete-many',
  'oblige-payment',
  'move-money',
]);

const NAMING = new Set(['id', 'ids', 'name', 'names', 'slug', 'uuid', 'ref', 'number', 'iid']);

/** What a call must give and what names a thing, at most three; none where more would have to be told. */
function targetsOf(subject: Subject): Parameter[] {
  const { level } = leadingEffects(subject);
  if (level === null || !ON_TARGETS.has(level)) return [];
  const targets = subject.parameters.filter(
    ({ depth, required, name }) => depth === 0 && required && NAMING.has(nameWords(name).at(-1) ?? ''),
  );
  return targets.length > 3 ? [] : targets;
}

function named(levers: readonly Lever[], what: string): string[] {
  if (levers.length === 0) return [];
  const names = levers.slice(0, 3).map(({ name }) => shorten(name, 40));
  return [`${list(names)} ${names.length === 1 ? 'names' : 'name'} ${what}`];
}

export function runnerUpOf({ verdict }: Subject): Shown {
  if (verdict.runnerUp === null) return shown('No second category had evidence of its own.');
  const why = verdict.runnerUp.why.trim();
  return shown(
    `${verdict.runnerUp.category} came second. ${capitalised(why)}${/[.!?]$/.test(why) ? '' : '.'}`,
  );
}
