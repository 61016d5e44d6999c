import type { Span } from '../classify/verdict.ts';
import type { Effect } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import { textAt, whereOf } from './evidence.ts';
import type { LedgerRow, Shown } from './page-model.ts';
import { capitalised, list, quoted, withArticle } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import { leadingEffects } from './why.ts';

const NOTHING_FOUND =
  'No rule found an effect in the name, the description or the schema, so this tool is unrated rather than called harmless.';

/** What was seen and what it means, in one or two sentences. */
export function rationaleOf(subject: Subject, ledger: readonly LedgerRow[]): Shown {
  const { verdict } = subject;
  if (verdict.ruling !== undefined)
    return shown(`A ruling stands over the rules here: ${verdict.ruling.reason}`);
  if (verdict.risk === null) return shown(NOTHING_FOUND);
  const { level, category } = leadingEffects(subject);
  const decisive = ledger.find((row) => row.effect === level);
  if (decisive === undefined || level === null) {
    return shown(`The evidence makes it ${withArticle(verdict.category)} tool of ${verdict.risk} risk.`);
  }
  const seen = evidenceFor(level, subject);
  const first = capitalised(`${seen}, which means that a call ${decisive.does}: ${verdict.risk} risk.`);
  const other = category === level ? undefined : ledger.find((row) => row.effect === category);
  if (other === undefined) return shown(first);
  return shown(`${first} The category is ${verdict.category}, because a call also ${other.does}.`);
}

/** "the name says “delete” and the description “Permanently removes a project”": at most three places, three quotes each. */
function evidenceFor(effect: Effect, { definition, verdict }: Subject): string {
  const spans = verdict.reasons.flatMap((reason) =>
    'effect' in reason.emits && reason.emits.effect === effect ? reason.spans : [],
  );
  const places = new Map<string, Span[]>();
  for (const span of spans) {
    const known = places.get(span.field);
    if (known !== undefined) known.push(span);
    else if (places.size < 3) places.set(span.field, [span]);
  }
  if (places.size === 0) return 'the definition as a whole points to one effect';
  const parts = [...places].map(([field, found], index) => {
    const where = whereOf(field);
    const named = /^(?:a|the) /.test(where) ? where : `the ${where}`;
    return `${named} ${index === 0 ? 'says ' : ''}${list(phrasesOf(definition, field, found))}`;
  });
  return list(parts);
}

/** The words of the spans; in a description each with the rest of its clause, so that a verb stands with its object. */
function phrasesOf(definition: Definition, field: string, spans: readonly Span[]): string[] {
  const text = textAt(definition, field);
  const phrases = new Set<string>();
  let covered = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < covered) continue;
    const clause =
      field === '/description' ? (/[.,;:!?()\n]/.exec(text.slice(end, end + 80))?.index ?? 80) : 0;
    covered = end + clause;
    phrases.add(quoted(text.slice(start, covered), 60));
    if (phrases.size === 3) break;
  }
  return [...phrases];
}
