import { riskWord } from '../taxonomy.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { RulingNote } from './tool-page-model.ts';

/** The terms of the ruling that stands over the rules for this tool; null where the rules decide. */
export function rulingOf({ verdict }: Subject): RulingNote | null {
  const { ruling, category, risk } = verdict;
  if (ruling === undefined) return null;
  const { author, date, expires, evidence, rules } = ruling;
  const by = `The rules conclude ${rules.category}, ${riskWord(rules.risk)}; ${author} ruled ${category}, ${riskWord(risk)} on ${date}.`;
  const until = `The ruling holds for this definition alone, until ${expires}.`;
  return {
    terms: shown(`${by} ${until}`),
    evidence: evidence.map((words) => shown(words)),
  };
}
