import { isObject } from '../tool/json.ts';
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
  const against = contradictionsOf(subjects).length;
  const agrees =
    against === 0
      ? 'None of these claims contradicts its verdict.'
      : `On ${count(against, 'tool')} a claim contradicts the verdict.`;
  return shown(`Of ${whole}, the author states ${list(shares)}.${lacks} ${agrees}`);
}

/** The tools of a server on which a claim contradicts the verdict, in the order observed. */
export function contradictionsOf(subjects: readonly Subject[]): Link[] {
  return subjects
    .filter(({ findings }) => findings.some(({ code }) => code === 'annotation-contradiction'))
    .map(({ row }) => ({ text: row.name, href: row.href }));
}

function stated({ definition }: Subject): Record<string, unknown> {
  return isObject(definition['annotations']) ? definition['annotations'] : {};
}

/** Source: MCP specification, display precedence: the tool's own title, then that of the annotations. */
function hasTitle(subject: Subject): boolean {
  const titles = [subject.definition['title'], stated(subject)['title']];
  return titles.some((title) => typeof title === 'string' && title.trim() !== '');
}
