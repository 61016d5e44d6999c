import type { Target } from '../../targets/target.ts';
import { UNWRITTEN } from '../../targets/unwritten.ts';
import type { ClientForm } from '../client-form.ts';
import { type Block, bullets, cell, paragraph, type Section, steps, tableOf } from '../document.ts';
import { sectionsMarkdown } from '../document-markdown.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { serverHref, targetHref } from '../hrefs.ts';
import type { Shown } from '../page-model.ts';
import { list } from '../phrase.ts';
import { shown } from '../shown.ts';
import { cellWords } from './enforcement-page.ts';
import { ABILITIES, isWritten, matrixRow } from './matrix.ts';

/** Everything that the guide of one target shows; its JSON twin as it is. */
export interface GuidePage {
  id: Target['id'];
  href: string;
  title: string;
  kind: Target['kind'];
  lead: Shown;
  sections: Section[];
}

/** A catalogued server whose recommended policy is the example of every guide. */
export interface GuideExample {
  id: string;
  title: Shown;
  /** The form for the whole server, and that for one tool of it. */
  whole: ClientForm;
  one: ClientForm;
  tool: Shown;
}

export function guidePage(target: Target, example: GuideExample | null): GuidePage {
  const row = matrixRow(target);
  const able = row.cells.filter(isWritten).map(({ ability }) => ability);
  return {
    id: target.id,
    href: targetHref(target.id),
    title: target.title,
    kind: target.kind,
    lead: shown(
      `How to give ${target.title} rules for the tools of one MCP server: our files have it ${list(able.map(verbOf))}${target.advisory === null ? '' : ', as far as its user lets it'}.`,
    ),
    sections: [
      {
        id: 'where',
        heading: 'Where it lives',
        blocks: [
          paragraph(target.whereItLives),
          paragraph(`The file: ${target.fileName} (${target.language}).`),
          paragraph(`How rules name a tool: ${target.naming}`),
        ],
      },
      {
        id: 'can',
        heading: 'What it can do',
        blocks: [abilityTable(row.cells), ...besideTable(target), LEGEND],
      },
      ...(example === null ? [] : exampleSections(example)),
      { id: 'cannot', heading: 'Limits and traps', blocks: [bullets(target.degrades)] },
      { id: 'source', heading: 'Source', blocks: sourceBlocks(target, row.evaluator) },
    ],
  };
}

const LEGEND: Block = {
  kind: 'text',
  text: shown('What these words say, beside every other client and gateway'),
  href: '/enforcement/#legend',
};

/** What the words of the table do not say: how far the target holds, and what it has that no file of ours uses. */
function besideTable({ id, advisory }: Target): Block[] {
  const unwritten = ABILITIES.flatMap(({ id: ability, label }): Block[] => {
    const found = UNWRITTEN[id]?.[ability];
    if (found === undefined) return [];
    const { exists, because, source } = found;
    return [
      {
        kind: 'text',
        text: shown(`${label}: ${exists} It is not written here, because ${because}.`),
        href: source,
      },
    ];
  });
  return advisory === null ? unwritten : [paragraph(`Advisory: ${advisory}`), ...unwritten];
}

function verbOf(ability: string): string {
  if (ability === 'limit') return 'limit calls';
  return ability === 'arguments' ? 'judge arguments' : ability;
}

function abilityTable(cells: ReturnType<typeof matrixRow>['cells']): Block {
  const rows = cells.map((one, index) => [
    cell(ABILITIES[index]?.label ?? one.ability),
    cell(ABILITIES[index]?.means ?? ''),
    cell(cellWords({ ...one, source: null })),
  ]);
  return tableOf('By what it is told', ['Rule', 'Means that', 'Here'], rows);
}

function exampleSections({ id, title, whole, one, tool }: GuideExample): Section[] {
  const href = serverHref(id);
  const lead: Block = { kind: 'text', text: shown(`The recommended policy for ${title}, rendered.`), href };
  return [
    {
      id: 'example',
      heading: 'Example',
      blocks: [lead, ...formBlocks('Whole server', whole), ...formBlocks(`Only ${tool}`, one)],
    },
    {
      id: 'set-up',
      heading: 'Set it up',
      blocks: [steps(whole.setUp), paragraph(`To see that it took effect: ${whole.check}`)],
    },
  ];
}

function formBlocks(label: string, form: ClientForm): Block[] {
  const files = form.files.map(
    ({ name, text }): Block => ({ kind: 'code', label: `${label}: ${name}`, text: shown(text) }),
  );
  const words = form.chips.map((chip) => chip.text);
  return [...files, bullets([`${words.join('; ')}.`, ...form.remarks])];
}

function sourceBlocks({ source, version }: Target, evaluator: string | null): Block[] {
  return [
    { kind: 'text', text: shown(source.url), href: source.url },
    paragraph(`Read ${source.read}: ${version}.`),
    paragraph(
      evaluator === null
        ? 'No evaluator of the vendor has read our files.'
        : `Our files are read back by ${evaluator}, an evaluator of the vendor.`,
    ),
  ];
}

/** The Markdown twin of a guide. */
export function guideMarkdown({ title, lead, sections }: GuidePage): string {
  return `# ${escapeMarkdown(title)}\n\n${escapeMarkdown(lead)}\n\n${sectionsMarkdown(sections)}\n\n[All clients and gateways](/enforcement/index.md)\n`;
}
