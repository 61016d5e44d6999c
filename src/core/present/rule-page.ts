import type { Case, Cases, Lexicon, Rule } from '../classify/rule.ts';
import type { Emission } from '../classify/verdict.ts';
import { mentionsOf } from '../rulebook/mentions.ts';
import { EFFECTS, FACTS, FLAGS, SIGNALS } from '../taxonomy.ts';
import { type Block, cell, type Section, tableOf } from './document.ts';
import { sectionsMarkdown } from './document-markdown.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { ruleHref } from './hrefs.ts';
import type { Shown, ToolRow } from './page-model.ts';
import { count } from './phrase.ts';
import { shown } from './shown.ts';
import { toolRowsMarkdown } from './tool-rows-markdown.ts';

/** A rule as it stands in the list of rules. */
export interface RuleRow {
  id: string;
  href: string;
  /** "effect delete-one", "signal path". */
  emits: string;
  why: Shown;
  tools: number;
}

/** Everything a rule page and its Markdown twin show. */
export interface RulePage extends RuleRow {
  /** What the emission says of a tool. */
  means: string;
  /** One sentence on how many tools it fires on. */
  reach: string;
  sections: Section[];
  /** The first of the tools it fires on, in the order of the catalogue. */
  rows: ToolRow[];
}

/** A rule with its cases and lexicons, its conditions as YAML, and the tools it fires on. */
export interface RuleFacts {
  rule: Rule;
  cases: Cases;
  when: string;
  unless: string | null;
  fired: readonly ToolRow[];
}

/** Tools linked from a rule page. */
const MOST_ROWS = 100;

export function rulePage(
  { rule, cases, when, unless, fired }: RuleFacts,
  lexicons: ReadonlyMap<string, Lexicon>,
): RulePage {
  const servers = new Set(fired.map(({ server }) => server)).size;
  const tools = fired.length;
  const more = tools > MOST_ROWS ? ` The first ${MOST_ROWS} stand below.` : '';
  const reach =
    tools === 0
      ? `It fires on no tool of this catalogue.${rule.rare === true ? ' It is kept for tools not catalogued yet.' : ''}`
      : `It fires on ${count(tools, 'tool')} of ${count(servers, 'server')}.${more}`;
  return {
    id: rule.id,
    href: ruleHref(rule.id),
    emits: emitsOf(rule.emits),
    why: shown(rule.why),
    tools,
    means: meaningOf(rule.emits),
    reach,
    sections: [
      { id: 'when', heading: 'When', blocks: [code('The rule fires when', when)] },
      ...(unless === null
        ? []
        : [{ id: 'unless', heading: 'Unless', blocks: [code('It stays silent when', unless)] }]),
      {
        id: 'cases',
        heading: 'Cases',
        blocks: [
          casesTable('It must fire on', cases.fires),
          casesTable('It must stay silent on', cases.silent),
        ],
      },
      ...lexiconSection(rule, lexicons),
    ],
    rows: fired.slice(0, MOST_ROWS),
  };
}

/** The Markdown twin of a rule page. */
export function ruleMarkdown(page: RulePage): string {
  const parts = [
    `# ${page.id}`,
    escapeMarkdown(page.why),
    `Adds ${page.emits}: a tool with it ${page.means}.`,
    sectionsMarkdown(page.sections),
    '## Tools',
    escapeMarkdown(page.reach),
    ...(page.rows.length === 0 ? [] : [toolRowsMarkdown(page.rows, true)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function emitsOf(emits: Emission): string {
  const [[kind, id] = ['', '']] = Object.entries(emits);
  return `${kind} ${id}`;
}

function meaningOf(emits: Emission): string {
  if ('effect' in emits) return EFFECTS[emits.effect].does;
  if ('fact' in emits) return FACTS[emits.fact];
  return 'flag' in emits ? FLAGS[emits.flag] : SIGNALS[emits.signal];
}

function code(label: string, text: string): Block {
  return { kind: 'code', label, text: shown(text) };
}

function casesTable(caption: string, cases: readonly Case[]): Block {
  const rows = cases.map(({ note, tool }) => [
    cell(shown(note)),
    { ...cell(shown(tool.name)), code: true as const },
    cell(shown(tool.description ?? '')),
    cell(parametersOf(tool)),
  ]);
  return tableOf(caption, ['Why', 'Name', 'Description', 'Parameters'], rows);
}

/** Short parameters as a list of names, schemas as JSON. */
function parametersOf({ parameters, inputSchema }: Case['tool']): string {
  const given = parameters ?? inputSchema;
  if (given === undefined) return '';
  return shown(Array.isArray(given) ? given.join(', ') : JSON.stringify(given));
}

function lexiconSection(rule: Rule, lexicons: ReadonlyMap<string, Lexicon>): Section[] {
  const named = [...new Set(mentionsOf(rule).map(({ lexicon }) => lexicon))];
  const rows = named.flatMap((id) => {
    const lexicon = lexicons.get(id);
    return lexicon === undefined
      ? []
      : [
          [
            { ...cell(id), code: true as const },
            cell(shown(lexicon.why)),
            cell(shown(lexicon.words.join(', '))),
          ],
        ];
  });
  if (rows.length === 0) return [];
  const table = tableOf('Word lists that it names', ['Lexicon', 'What belongs together', 'Words'], rows);
  return [{ id: 'lexicons', heading: 'Lexicons', blocks: [table] }];
}
