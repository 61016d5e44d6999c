import { riskWord } from '../taxonomy.ts';
import type { RulingNote } from './page-model.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

/** The ruling that stands over the rules for this tool, as the page tells it; null where the rules decide. */
export function rulingOf({ verdict }: Subject): RulingNote | null {
  const { ruling, category, risk } = verdict;
  if (ruling === undefined) return null;
  const { author, date, expires, reason, evidence, rules } = ruling;
  const by = `The rules conclude ${rules.category}, ${riskWord(rules.risk)}; ${author} ruled ${category}, ${riskWord(risk)} on ${date}.`;
  const until = `The ruling holds for this definition alone, until ${expires}.`;
  return {
    says: shown(`A ruling stands over the rules here: ${reason}`),
    terms: shown(`${by} ${until}`),
    evidence: evidence.map((words) => shown(words)),
  };
}
