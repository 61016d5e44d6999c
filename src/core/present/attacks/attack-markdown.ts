import type { ClientForm } from '../client-form.ts';
import { sectionsMarkdown } from '../document-markdown.ts';
import { escapeMarkdown as text } from '../escape-markdown.ts';
import { formsMarkdown } from '../forms-markdown.ts';
import { blocks } from '../markdown-table.ts';
import { policyMarkdown, toolRowsMarkdown } from '../tool-rows-markdown.ts';
import type { AttackPage } from './attack-page-model.ts';

/** The Markdown twin of the page of a pattern; `forms` are those of every client and gateway. */
export function attackMarkdown(page: AttackPage, forms: readonly ClientForm[]): string {
  return `${blocks([
    `# ${text(page.title)}`,
    text(page.summary),
    bullets([`After: ${page.tactic.label}`, `Preconditions meet in: ${page.scope}`, text(page.reach)]),
    sectionsMarkdown(page.sections),
    '## Incidents',
    page.happened.length === 0 ? NONE : page.happened.map(incident).join('\n'),
    '## Signs',
    bullets(page.signs.map((sign) => text(sign))),
    control(page, forms),
    '## Tools',
    text(page.reach),
    ...page.met.flatMap(({ heading, rows }) =>
      rows.length === 0 ? [] : [`### ${text(heading)}`, toolRowsMarkdown(rows, true)],
    ),
    '## In other frameworks',
    'Which ids belong here is our judgement.',
    bullets(
      page.frameworks.map(
        ({ title, ids }) =>
          `${text(title)}: ${ids.map(({ id, title: name }) => `${id}${name === null ? '' : ` ${text(name)}`}`).join(', ')}`,
      ),
    ),
    '[All attack patterns](/attacks/index.md)',
  ])}\n`;
}

/** What stands where no incident is well enough supported. */
export const NONE =
  'No incident of this kind is supported by its vendor, its finder or two independent sources in what we read.';

/** Stands before the name of the example. */
export const WRITTEN_FOR = 'Written for one that meets the preconditions, to put your own in its place:';

function incident({ date, title, kind, what, support, sources }: AttackPage['happened'][number]): string {
  const links = sources.map(({ url, by, read }) => `[${text(by)}](${url}), read ${read}`).join('; ');
  return `- ${date}, **${text(title)}** (${kind}, ${support}). ${text(what)} Source: ${links}.`;
}

function control({ control: { decision, also, example } }: AttackPage, forms: readonly ClientForm[]): string {
  return blocks([
    '## The policy that blunts it',
    text(decision),
    bullets(also.map((one) => text(one))),
    ...(example === null
      ? []
      : [
          `${WRITTEN_FOR} [${text(example.tool.text)}](${example.tool.href}index.md).`,
          ...example.policies.map(policyMarkdown),
          formsMarkdown(forms, example.records.href),
        ]),
  ]);
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
