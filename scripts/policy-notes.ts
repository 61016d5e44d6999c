import { capWords } from '../src/core/present/control.ts';
import { shownLine } from '../src/core/present/shown.ts';
import {
  type ArgumentTemplate,
  argumentTemplates,
  unboundable,
} from '../src/core/recommend/argument-templates.ts';
import type { PerTool, Rendering } from '../src/core/targets/target.ts';
import type { AdvisedTool } from '../src/pipeline/policy-records.ts';
import type { RenderedSubject } from './policy-subject.ts';

/** What became of each tool in a rendering, and what it makes of all others: lines for a person. */
export function statusNotes(subject: RenderedSubject): string {
  const { rendering, renamed } = subject;
  const lines = [
    ...fileLines(subject),
    ...nameLines(renamed),
    ...rendering.perTool.map(statusLine),
    restLine(rendering),
    ...rendering.notes.map((note) => `note: ${note}`),
    ...(rendering.perTool.some(({ limit }) => limit === 'dropped')
      ? ['note: This target counts no calls of single tools: the limits are left out.']
      : []),
    ...rendering.setUp.map((step, index) => `set up ${index + 1}: ${step}`),
    `check: ${rendering.check}`,
  ];
  return lines.map((line) => `${shownLine(line)}\n`).join('');
}

/** Which files there are, where each goes and which of them what follows is about; nothing where there is one. */
function fileLines({ target, rendering, file }: RenderedSubject): string[] {
  if (rendering.files.length === 1) return [];
  const lines = rendering.files.map(({ name }, index) => {
    const { path = target.whereItLives, holds = '', needed = true } = target.places.get(name) ?? {};
    const how = name === file.name ? 'printed now' : `print it with --file ${name}`;
    return `file ${index + 1}: ${name} (${how}). Goes to: ${path}. Holds ${holds}${needed ? '' : '; may be left out'}.`;
  });
  const needed = rendering.files.filter(({ name }) => target.places.get(name)?.needed !== false);
  const names = needed.map(({ name }) => name).join(' and ');
  const about =
    needed.length === 1 ? `${names} alone comes to` : `${names} come to together, none of them alone`;
  return [...lines, `What follows is what ${about}:`];
}

function statusLine({ tool, intended, expressed, status, note }: PerTool): string {
  const what = intended === expressed ? intended : `${intended}, here ${expressed}`;
  return `${tool}: ${what} (${status.replace('-', ' ')})${note === '' ? '' : `. ${note}`}`;
}

function restLine({ rest, others }: Rendering): string {
  const words: Record<Rendering['rest'], string> = {
    isolated: `isolated: a tool that is not named here stays as it is (${others} by itself).`,
    'asks-the-rest':
      'asks about the rest: a tool of this server that is not named here ran without asking, and now a person is asked.',
    'denies-the-rest': 'denies the rest: no tool of this server that is not named here can be called.',
  };
  return words[rest];
}

/** What is recommended for each tool, why, and which bounds on arguments its parameters allow for. */
export function recommendationNotes({ tools, renamed }: RenderedSubject): string {
  const ofTools = tools.flatMap(({ record, advice }) => [
    `${record.tool}: ${record.decision}, because ${record.reason}${capOf(record)}.${passesOf(advice.passes)}`,
    ...(record.decision === 'hide' ? [] : argumentTemplates(advice).map(templateLine)),
    ...(record.decision === 'hide' ? [] : unboundable(advice).map((line) => `  ${line}`)),
  ]);
  const lines = [...nameLines(renamed), ...ofTools];
  return lines.map((line) => `${shownLine(line)}\n`).join('');
}

function nameLines(renamed: string | null): string[] {
  return renamed === null
    ? []
    : [`name: ${renamed} Name the server so there, or say with --key what you call it.`];
}

function capOf({ decision, limit, argumentRules }: AdvisedTool['record']): string {
  if (limit === null) return '';
  const passes = decision === 'allow' || argumentRules.require.length > 0;
  return passes ? `; at most ${capWords(limit)}` : `; at most ${capWords(limit)} when a person lifts this`;
}

function passesOf(passes: string | null): string {
  return passes === null ? '' : ` What passes all the same: ${passes}.`;
}

function templateLine({ names, placeholder, rule, because }: ArgumentTemplate): string {
  return `  you can require of ${names.join(' and ')} (put your own value in the place of ${placeholder}): ${JSON.stringify(rule.conditions)}, because ${because}`;
}
