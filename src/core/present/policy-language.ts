import type { Example, Step } from '../policy/examples/example.ts';
import { EXAMPLE_CHAPTERS } from '../policy/examples.ts';
import { codeCell, escapeMarkdown as text } from './escape-markdown.ts';
import { table } from './markdown-table.ts';
import { count } from './phrase.ts';

/** A call of a worked example and what becomes of it. */
interface ShownStep {
  call: string;
  decision: Step['decision'];
  /** Completes the decision: "by /tools/pay/deny_if/0"; '' when no rule speaks. */
  by: string;
}

interface ShownExample {
  id: string;
  says: string;
  /** On one line, for reading; the JSON twin has it as data. */
  policy: string;
  steps: ShownStep[];
}

/** Everything that /policy/language/ shows. Every word of it is ours. */
export interface LanguagePage {
  href: string;
  lead: string;
  schema: string;
  shape: { key: string; means: string }[];
  choices: string[];
  chapters: { id: string; title: string; examples: ShownExample[] }[];
}

const SHAPE = [
  { key: 'version', means: '"1".' },
  { key: 'default', means: '"allow" or "deny": what happens to a tool that "tools" does not name.' },
  {
    key: 'hide',
    means: 'Names of tools that are taken out of the list and denied; "*" alone hides all of them.',
  },
  { key: 'all_tools', means: 'Limits over the calls of all tools together.' },
  {
    key: 'tools',
    means:
      'A rule for each named tool: "require" (every entry must hold), "deny_if" (no entry may hold), "limits". {} allows it.',
  },
];

/** Where the public description of the language is silent. `src/decisions/0015` says why. */
const CHOICES = [
  'A condition is answered yes, no or undecided. "require" wants a sure yes, "deny_if" lets a call pass on a sure no only: whatever cannot be compared is denied by both.',
  'Undecided are a number compared with anything else, equality between values of different types, integers beyond 2^53, a path through something that is no object, and an expression asked of anything but a text.',
  'A key that differs from one on the path of a condition in the case of its letters only makes the condition undecided, and the denial names it: some tools ignore case.',
  'A missing argument is a no for every operator but "exists" with false. So a "deny_if" lets a call without the argument pass: write "require" where it must be there.',
  'The order is: "hide", the default, "require", "deny_if", the limits over all tools, the limits of the tool. The first denial is the one that is told, by its JSON Pointer.',
  'Limits count calls that pass, in fixed windows aligned to UTC: a minute begins at :00, an hour at :00:00, a day at midnight. Either every limit of a call has room and all count it, or none does.',
  'A counter is its name and its window, wherever in the policy it stands. "scope": "grant" means that one file of counters is one grant.',
  'No clock refills a budget: a stored window later than now is still the current one, and counters that cannot be read have no room.',
  'Version 1 counts calls only: no negative and no fractional amount can refill a budget, because no amount is counted.',
  'Regular expressions run in linear time (the syntax of RE2, without look-around and back-references); a pattern or text that is too long is undecided.',
  'Dots in the names of tools mean nothing: a name is compared as a whole. Dots in a path descend into objects.',
  'A policy, rule or limit that cannot be read denies what it would have governed. That holds of a key too many and of a broken condition beside one that does not hold, too.',
  'A call at no moment between the years 1970 and 9999 is denied, counted or not.',
];

export function languagePage(): LanguagePage {
  const examples = EXAMPLE_CHAPTERS.reduce((sum, chapter) => sum + chapter.examples.length, 0);
  return {
    href: '/policy/language/',
    lead: `policy.json, version 1, says which tools of one server an agent may call, with which arguments and how often. ${count(examples, 'worked example')} say what it means; each of them is a test of the evaluator that decides.`,
    schema: '/schemas/policy.v1.json',
    shape: SHAPE,
    choices: CHOICES,
    chapters: EXAMPLE_CHAPTERS.map(({ title, examples: shown }) => ({
      id: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
      title,
      examples: shown.map(shownExample),
    })),
  };
}

function shownExample({ id, says, policy, steps }: Example): ShownExample {
  return { id, says, policy: onOneLine(policy), steps: stepsOf(steps) };
}

/** Inside a text a line break is an escape, so only those between the parts go. */
function onOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
}

/** The moment is told where the calls of an example come at several. */
function stepsOf(steps: readonly Step[]): ShownStep[] {
  const timed = new Set(steps.map(({ at }) => at)).size > 1;
  return steps.map(({ name, arguments: args, at, times, decision, rule }) => ({
    call: `${times > 1 ? `${times} × ` : ''}${name}(${Object.keys(args).length === 0 ? '' : onOneLine(args)})${timed ? ` at ${at}` : ''}`,
    decision,
    by: rule === null ? '' : `by ${rule}`,
  }));
}

export function languageMarkdown({ lead, schema, shape, choices, chapters }: LanguagePage): string {
  const rows = (examples: readonly ShownExample[]): string[][] =>
    examples.map(({ says, policy, steps }) => [
      text(says),
      codeCell(policy),
      steps.map(({ call, decision, by }) => `${codeCell(call)} ${decision} ${text(by)}`.trim()).join('; '),
    ]);
  return `${[
    '# The policy language',
    text(lead),
    `JSON Schema: [policy.v1.json](${schema}).`,
    '## Keys',
    shape.map(({ key, means }) => `- \`${key}\`: ${text(means)}`).join('\n'),
    '## Where the description is silent',
    choices.map((choice) => `- ${text(choice)}`).join('\n'),
    ...chapters.flatMap(({ title, examples }) => [
      `## ${title}`,
      table(['What it shows', 'Policy', 'Calls'], rows(examples)),
    ]),
  ].join('\n\n')}\n`;
}
