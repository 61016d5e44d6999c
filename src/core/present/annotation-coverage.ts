import { isObject, type JsonObject } from '../tool/json.ts';
import { restatedHints } from './annotation-hints.ts';
import type { Link, Shown } from './page-model.ts';
import { count, list } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

const HINTS = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;

/** How many tools of a server state which annotations, and whether the claims agree with the verdicts. */
export function coverageOf(subjects: readonly Subject[]): Shown {
  const states = HINTS.map((hint) => ({
    name: hint as string,
    tools: subjects.filter((subject) => typeof stated(subject)[hint] === 'boolean').length,
  }));
  const title = { name: 'a title', tools: subjects.filter(hasTitle).length };
  const given = [...states, title].filter(({ tools }) => tools > 0);
  if (given.length === 0) {
    const text =
      'No tool states a hint or a title, so a client has to assume the worst of each: that it changes and may destroy.';
    return shown(text);
  }
  const whole = count(subjects.length, 'tool');
  const shares = given.map(({ name, tools }) => `${name} on ${tools === subjects.length ? 'all' : tools}`);
  const missing = [...states, title].filter(({ tools }) => tools === 0).map(({ name }) => name);
  const lacks = missing.length === 0 ? '' : ` No tool states ${list(missing, 'or')}.`;
  return shown(`Of ${whole}, the author states ${list(shares)}.${lacks} ${agreementIn(subjects)}`);
}

/** Contradictions by effect first, then tools whose page would state a hint otherwise without one. */
function agreementIn(subjects: readonly Subject[]): string {
  const against = new Set(subjects.filter(isContradicted));
  const otherwise = subjects.filter(
    (subject) => !against.has(subject) && restatedHints(subject.verdict, stated(subject)).length > 0,
  ).length;
  if (against.size + otherwise === 0) return 'None of these claims contradicts its verdict.';
  const others = count(otherwise, against.size === 0 ? 'tool' : 'other tool');
  return [
    ...(against.size === 0 ? [] : [`On ${count(against.size, 'tool')} a claim contradicts the verdict.`]),
    ...(otherwise === 0
      ? []
      : [`On ${others} a claim does not fit the verdict, and the patch for the author states it otherwise.`]),
  ].join(' ');
}

function isContradicted({ findings }: Subject): boolean {
  return findings.some(({ code }) => code === 'annotation-contradiction');
}

/** The tools of a server on which a claim contradicts the verdict, in the order observed. */
export function contradictionsOf(subjects: readonly Subject[]): Link[] {
  return subjects.filter(isContradicted).map(({ row }) => ({ text: row.name, href: row.href }));
}

function stated({ definition }: Subject): JsonObject {
  return isObject(definition['annotations']) ? definition['annotations'] : {};
}

/** Source: MCP specification, display precedence: the tool's own title, then that of the annotations. */
function hasTitle(subject: Subject): boolean {
  const titles = [subject.definition['title'], stated(subject)['title']];
  return titles.some((title) => typeof title === 'string' && title.trim() !== '');
}
