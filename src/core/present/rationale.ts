import type { Span, Verdict } from '../classify/verdict.ts';
import { EFFECTS, type Effect, type EffectRow } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import { rankOf, textAt, whereOf } from './evidence.ts';
import { clauseFrom } from './excerpt.ts';
import type { Shown } from './page-model.ts';
import { takesOf } from './parameter-words.ts';
import { capitalised, list, quoted } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { LedgerRow } from './tool-page-model.ts';
import { leadingEffects } from './why.ts';

/** What was seen, what it means, and what the caller gives: two or three short sentences about this very tool. */
export function rationaleOf(subject: Subject, ledger: readonly LedgerRow[]): Shown {
  const { verdict } = subject;
  if (verdict.ruling !== undefined)
    return shown(`A ruling stands over the rules here: ${verdict.ruling.reason}`);
  const sentences = [...whatIsSeen(subject, ledger), ...takesOf(subject)];
  return shown(sentences.join(' '));
}

function whatIsSeen(subject: Subject, ledger: readonly LedgerRow[]): string[] {
  const { level, category } = leadingEffects(subject);
  const decisive = ledger.find((row) => row.effect === level);
  if (decisive === undefined || level === null) return [nothingFound(subject)];
  const first = `${capitalised(evidenceFor(level, subject))} that a call ${decisive.does}: ${decisive.risk} risk.`;
  const other = category === level ? undefined : ledger.find((row) => row.effect === category);
  if (other === undefined) return [first];
  return [first, `The category is ${other.category}, because a call also ${other.does}.`];
}

/** Names what there was to go by, so that an unrated page says which words told nothing. */
function nothingFound({ definition }: Subject): string {
  const name = quoted(definition.name, 60);
  const { description } = definition;
  const text =
    typeof description === 'string'
      ? description.replace(/^\s*\[[^\]\n]*\]/, '').replace(/^[^\p{L}\p{N}]+/u, '')
      : '';
  const seen =
    text === ''
      ? `The name ${name}, all there is to go by, names`
      : `The name ${name} and the description (“${clauseFrom(text, 0, 0)}”) name`;
  return `${seen} no act that a rule knows, so the tool is unrated rather than called harmless.`;
}

/** "the name “delete_project” and the description (“Permanently removes a project”) show": at most three places. */
function evidenceFor(effect: Effect, { definition, verdict }: Subject): string {
  const places = placesOf(definition, spansOf(effect, verdict));
  const name = quoted(definition.name, 60);
  const [first] = places;
  if (first === undefined) return `the definition of ${name} as a whole shows`;
  const isNamed = places.some(({ field }) => field === '/name');
  const nouns = places.map(({ field, noun, words }, index) => {
    if (field === '/name') return `the name ${name}`;
    const owner = isNamed || index > 0 ? '' : ` of ${name}`;
    return `${noun}${owner}${words.length === 0 ? '' : ` (${list(words.map((text) => `“${text}”`))})`}`;
  });
  return `${list(nouns)} ${nouns.length === 1 && !first.noun.startsWith('values ') ? 'shows' : 'show'}`;
}

/** Where rules found the effect, and the fact that selects the row of its level. */
function spansOf(effect: Effect, { reasons, facts }: Verdict): Span[] {
  const { variant }: EffectRow = EFFECTS[effect];
  return reasons.flatMap(({ emits, spans }) => {
    const isFound = 'effect' in emits && emits.effect === effect;
    const isSelected = 'fact' in emits && emits.fact === variant?.fact && facts.includes(emits.fact);
    return isFound || isSelected ? spans : [];
  });
}

interface Place {
  field: string;
  /** What the place is called, with its article. */
  noun: string;
  /** The words that tell; none where the place itself is the evidence. */
  words: string[];
}

/** The name first, then prose, then parameters; of prose the clause that tells most. */
function placesOf(definition: Definition, spans: readonly Span[]): Place[] {
  const fields = [...new Set(spans.map(({ field }) => field))].sort(byRank);
  const places = fields.map((field): Place => {
    const where = whereOf(field);
    const noun = /^(?:a|the) /.test(where) ? where : `the ${where}`;
    const words = wordsAt(definition, field, noun, spans);
    return { field, noun, words: words === '' ? [] : [words] };
  });
  const telling = merged(places).filter((place) => !isBare(place));
  return (telling.length > 0 ? telling : places).slice(0, 3);
}

/** Several values of one parameter are one place. */
function merged(places: readonly Place[]): Place[] {
  return [...Map.groupBy(places, ({ noun }) => noun).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    if (others.length === 0) return [first];
    const words = [first, ...others].flatMap((place) => place.words).slice(0, 3);
    return [{ ...first, noun: first.noun.replace(/^a value of /, 'values of '), words }];
  });
}

function byRank(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : 1);
}

/** "Returns" above a list in a docstring, or a title that says the name again: any other place tells more. */
function isBare({ field, words }: Place): boolean {
  return field === '/title' || (field === '/description' && /^\p{Script=Latin}+$/u.test(words[0] ?? ''));
}

/** Nothing of a parameter that is evidence by its name alone. */
function wordsAt(definition: Definition, field: string, noun: string, spans: readonly Span[]): string {
  const text = textAt(definition, field);
  const own = spans.filter((span) => span.field === field).sort((a, b) => a.start - b.start);
  if (!PROSE.test(field)) return noun.endsWith(text) ? '' : clauseFrom(text, 0, 0);
  const clauses = own.slice(0, 6).map(({ start, end }) => clauseFrom(text, start, end));
  return clauses.find((clause) => clause.includes(' ')) ?? clauses[0] ?? '';
}

const PROSE = /^\/(?:description|title)$|\/(?:description|desc|title)$/;
