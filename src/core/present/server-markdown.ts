import { escapeMarkdown as text } from './escape-markdown.ts';
import { policiesHref } from './hrefs.ts';
import { blocks, table } from './markdown-table.ts';
import type { Count, Link } from './page-model.ts';
import type { ServerCombinations, ServerPage } from './server-page-model.ts';
import { HOW_COUNTED } from './token-cost.ts';
import { policyMarkdown, toolRowsMarkdown } from './tool-rows-markdown.ts';

/** The Markdown twin of a server page. */
export function serverMarkdown(page: ServerPage): string {
  return `${blocks([
    `# ${text(page.title)}`,
    text(page.summary),
    text(page.headline),
    text(page.noGrade),
    ...page.notes.map((note) => text(note)),
    '## Identity',
    table(
      ['What', 'Value'],
      page.identity.map(({ label, value, href }) => [
        label,
        href === null ? text(value) : `[${text(value)}](${linkTarget(href)})`,
      ]),
    ),
    '## Provenance',
    table(
      ['Claim', 'State', 'How it was decided'],
      page.provenance.map(({ claim, state, how }) => [claim, state, text(how)]),
    ),
    '## Risk and category',
    counts('Risk', page.risks),
    counts('Category', page.categories),
    '## Tools',
    page.tools.length === 0 ? 'None were listed.' : toolRowsMarkdown(page.tools, false),
    ...(page.tokens === null
      ? []
      : [
          '## Token cost',
          text(page.tokens.says),
          `${HOW_COUNTED} Tokenizer: ${text(page.tokens.tokenizer)}.`,
        ]),
    ...(page.combinations === null ? [] : combinations(page.combinations)),
    "## The author's claims",
    text(page.annotations),
    page.contradictions.map((link) => `- [${text(link.text)}](${link.href})`).join('\n'),
    '## Policy',
    policyMarkdown(page.policy),
    `[The same for every client and gateway](${policiesHref(page.id)}).`,
    page.findings.length === 0 ? null : '## Findings',
    page.findings
      .map(({ severity, code, message, hint }) => `- ${severity}, ${code}: ${text(message)} ${text(hint)}`)
      .join('\n'),
    `As data: [${page.id}.json](/api/v1/servers/${page.id}.json). Changes: [Atom](${page.href}feed.atom), [JSON Feed](${page.href}feed.json).`,
  ])}\n`;
}

function combinations({ list, change }: ServerCombinations): string[] {
  const links = (tools: readonly Link[]): string =>
    tools.map(({ text: name, href }) => `[${text(name)}](${href}index.md)`).join(', ');
  return [
    '## What its tools can do together',
    ...list.map(({ title, harm, standing, legs }) =>
      blocks([
        `### ${title}`,
        `${harm} ${standing}`,
        legs.map(({ does, tools, rest }) => `- ${does}: ${links([...tools, ...rest])}`).join('\n'),
      ]),
    ),
    '### The smallest change that breaks it',
    text(change.says),
    change.tools.map((tool) => `- ${links([tool])}`).join('\n'),
  ];
}

/** An address that a person wrote, as the target of a link: what could end it is encoded. */
function linkTarget(href: string): string {
  return href.replaceAll(/[()<>\s\\]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  );
}

function counts(label: string, rows: readonly Count[]): string {
  return table(
    [label, 'Tools'],
    rows.filter(({ tools }) => tools > 0).map((row) => [row.label, String(row.tools)]),
  );
}
