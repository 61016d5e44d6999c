import { claimsMarkdown, rulingMarkdown } from './claims-markdown.ts';
import type { ClientForm } from './client-form.ts';
import { codeBlock, codeCell, escapeMarkdown as text } from './escape-markdown.ts';
import { formsMarkdown } from './forms-markdown.ts';
import { policiesHref } from './hrefs.ts';
import { blocks, table } from './markdown-table.ts';
import type { Quote, Segment } from './page-model.ts';
import { bareTitle, count } from './phrase.ts';
import type { ActionRow, ParameterRow, ToolPage } from './tool-page-model.ts';
import { policyMarkdown, toolRowsMarkdown } from './tool-rows-markdown.ts';

/**
 * The Markdown twin of a tool page: the same sections in the same order, every word of a stranger escaped, and the forms
 * of some clients. What holds for the whole server stands once, in the twins of the server.
 */
export function toolMarkdown(page: ToolPage, forms: readonly ClientForm[] = []): string {
  return `${blocks([
    header(page),
    definition(page),
    why(page),
    control(page, forms),
    attacks(page),
    related(page),
    questions(page),
    rest(page),
  ])}\n`;
}

function header(page: ToolPage): string {
  const { observed } = page;
  const facts = [
    ...(page.title === null ? [] : [`Title: ${text(page.title)}`]),
    `Server: [${text(page.server.title)}](${page.server.href}index.md), by ${text(page.server.vendor)}`,
    `Category: **${page.category}**`,
    `Risk: **${page.riskWord}**`,
    `Confidence: ${page.confidence}${page.confidenceWhy.length === 0 ? '' : `. ${page.confidenceWhy.map((why) => text(why)).join(' ')}`}`,
    `Effects: ${page.effects.length === 0 ? 'none found' : page.effects.join(', ')}`,
    `Flags: ${page.flags.length === 0 ? 'none' : page.flags.map(({ flag, does }) => `${flag} (${does})`).join('; ')}`,
    `${page.provenance === 'listed' ? 'Listed, not observed' : 'Observed'}: ${observed.date}${observed.version === null ? '' : `, version ${text(observed.version)}`}, ${text(observed.how)}`,
    `Definition hash: \`${page.definitionHash}\``,
    ...(page.tokens === null ? [] : [`Cost: ${page.tokens.says} (${page.tokens.tokenizer})`]),
  ];
  return blocks([
    `# ${text(page.name)}`,
    text(page.answer),
    bullets(facts),
    `As data: [index.json](${page.href}index.json). Text quoted from the definition was written by the author of the server.`,
  ]);
}

function definition(page: ToolPage): string {
  return blocks([
    `## What it does on ${text(bareTitle(page.server.title))}`,
    ...page.role.map((part) => text(part)),
    '### Definition',
    bullets(page.definition.notes.map((note) => text(note))),
    codeBlock(plain(page.definition.json), 'json'),
    '### Parameters',
    page.parameters.length === 0 ? 'None are named.' : parameterTable(page.parameters),
    page.actions.length === 0 ? null : `### Actions\n\n${actionTable(page.actions)}`,
  ]);
}

function parameterTable(rows: readonly ParameterRow[]): string {
  return table(
    ['Name', 'Type', 'Required', 'Default', 'Values', 'Description', 'Signals'],
    rows.map((row) => [
      `${'↳ '.repeat(row.depth)}${codeCell(plain(row.name))}`,
      text(row.type),
      row.required ? 'yes' : 'no',
      row.default === null ? '' : codeCell(row.default),
      [
        ...row.enum.map((value) => codeCell(plain(value))),
        ...(row.enumMore === 0 ? [] : [`and ${row.enumMore} more`]),
      ].join(', '),
      text(plain(row.description)),
      row.signals.map(({ signal, does }) => `${signal}: ${does}`).join('; '),
    ]),
  );
}

function actionTable(rows: readonly ActionRow[]): string {
  return table(
    ['Action', 'Category', 'Risk', 'What it does'],
    rows.map((row) => [codeCell(row.value), row.category, row.risk ?? 'Unrated', row.does]),
  );
}

function why({ why: reasoning }: ToolPage): string {
  const ledger = reasoning.ledger.map((row) => [
    row.effect,
    row.does,
    row.category,
    `${row.risk}${row.decides ? ' (decides)' : ''}`,
    row.quotes.map(quote).join('; '),
  ]);
  return blocks([
    '## Why this risk',
    text(reasoning.rationale),
    rulingMarkdown(reasoning.ruling),
    ledger.length === 0 ? null : table(['Effect', 'A call', 'Category', 'Risk', 'Evidence'], ledger),
    reasoning.facts.length === 0
      ? null
      : bullets(
          reasoning.facts.map(
            ({ fact, does, quotes }) => `Fact ${fact}: the text ${does}${quoteTail(quotes)}`,
          ),
        ),
    bullets([
      `What it does not do: ${text(reasoning.doesNot)}`,
      `What misuse would cause: ${text(reasoning.misuse)}`,
      `Runner-up: ${text(reasoning.runnerUp)}`,
      `The author's own claims: ${text(reasoning.agreement)}`,
    ]),
    reasoning.otherwise.length === 0 ? null : '### What would have changed it',
    bullets(reasoning.otherwise.map((sentence) => text(sentence))),
    ...claimsMarkdown(reasoning),
    reasoning.reasons.length === 0 ? null : '### Rules that fired',
    reasoning.reasons
      .map(
        ({ n, rule, why: because, adds, quotes }) =>
          `${n}. \`${rule}\` adds ${adds}: ${text(because)}${quoteTail(quotes)}`,
      )
      .join('\n'),
  ]);
}

function control({ server, control: advice }: ToolPage, forms: readonly ClientForm[]): string {
  return blocks([
    '## How to control it',
    text(advice.decision),
    `policy.json for this tool: ${advice.chips.map((chip) => chip.text).join('; ')}.`,
    ...advice.policies.map(policyMarkdown),
    `[${text(advice.serverPolicy.text)}](${policiesHref(server.id)}) stands beside the server page, in every form.`,
    '### Set-up',
    advice.steps.map((step, index) => `${index + 1}. ${text(step)}`).join('\n'),
    forms.length === 0 ? null : formsMarkdown(forms, advice.records.href, policiesHref(server.id)),
  ]);
}

function attacks(page: ToolPage): string {
  return blocks([
    '## Attack patterns',
    ...page.attacks.map(
      ({ title, href, text: mechanism, because }) =>
        `**[${text(title)}](${href}index.md).** ${text(mechanism)} ${text(because)}`,
    ),
  ]);
}

function related(page: ToolPage): string {
  if (page.related.length === 0) return '';
  return blocks([
    '## Related tools',
    ...page.related.flatMap(({ heading, rows }) => [`### ${text(heading)}`, toolRowsMarkdown(rows, true)]),
  ]);
}

function questions(page: ToolPage): string {
  return blocks([
    '## Questions',
    ...page.questions.flatMap(({ question, answer }) => [`### ${text(question)}`, text(answer)]),
  ]);
}

function rest(page: ToolPage): string {
  const { counts } = page;
  return blocks([
    '## Go deeper',
    bullets(page.deeper.map((link) => `[${text(link.text)}](${link.href})`)),
    page.history.length === 0 ? null : '### History of the definition',
    page.history.length === 0
      ? null
      : table(
          ['Date', 'Version', 'What', 'Hash'],
          page.history.map((row) => [
            row.date,
            text(row.version ?? ''),
            row.change,
            row.hash === '' ? '' : `\`${row.hash}\``,
          ]),
        ),
    '### Contest this verdict',
    'Quote the words of the definition that say otherwise, and send this to the people who keep the catalogue:',
    codeBlock(page.contest.text, ''),
    `This server has ${counts.serverTools} of the ${counts.tools} tools catalogued here, from ${count(counts.servers, 'server')}.`,
  ]);
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function quote({ where, text: words }: Quote): string {
  return `${text(where)}: “${text(words)}”`;
}

function quoteTail(quotes: readonly Quote[]): string {
  return quotes.length === 0 ? '' : ` (${quotes.map(quote).join('; ')})`;
}

function plain(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}
