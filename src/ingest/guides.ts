import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { GlossaryFile, GuideHead } from '../core/catalogue/guide.ts';
import type { Finding } from '../core/finding.ts';
import { type Figures, filledIn, unknownFigures } from '../core/present/guides/figures.ts';
import type { Guide } from '../core/present/guides/guide-page.ts';
import { readFrontMatter } from './front-matter.ts';
import { type LinkPlace, readMarkdown } from './markdown.ts';
import { problem } from './problem.ts';
import { validated } from './validated.ts';
import { readYaml } from './yaml.ts';

export interface GuideFile {
  guide: Guide;
  file: string;
  links: LinkPlace[];
}

/** Every guide of a catalogue folder, in their own order, with the figures filled in; every problem at once. */
export function readGuides(dir: string, figures: Figures): { guides: GuideFile[]; findings: Finding[] } {
  const guides: GuideFile[] = [];
  const findings: Finding[] = [];
  for (const file of globSync(join(dir, 'guides/*.md')).sort()) {
    const read = readGuide(file, figures);
    findings.push(...read.findings);
    if (read.guide !== null) guides.push(read.guide);
  }
  guides.sort((a, b) => a.guide.head.order - b.guide.head.order);
  const second = guides.find(({ guide }, index) => guide.head.order === guides[index - 1]?.guide.head.order);
  if (second !== undefined) {
    const message = `Another guide has the place ${second.guide.head.order} as well.`;
    findings.push(
      problem('guide-order', message, 'Give each guide a place of its own.', { file: second.file, line: 1 }),
    );
  }
  return { guides, findings };
}

function readGuide(file: string, figures: Figures): { guide: GuideFile | null; findings: Finding[] } {
  const slug = basename(file, '.md');
  const findings = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) ? [] : [badName(file)];
  const text = readFileSync(file, 'utf8');
  const { found, findings: unread } = readFrontMatter(text, file);
  if (found === null) return { guide: null, findings: [...findings, ...unread] };
  const { value: head, findings: invalid } = validated(GuideHead, found.source);
  const unknown = unknownFigures(text).map(({ name, line }) => unknownFigure(name, file, line));
  const {
    prose,
    links,
    findings: markup,
  } = readMarkdown(filledIn(found.content, figures), file, found.contentLine);
  findings.push(...invalid, ...unknown, ...markup);
  return { guide: head === null ? null : { guide: { slug, head, prose }, file, links }, findings };
}

function badName(file: string): Finding {
  const hint = 'Name the file in lower-case letters, digits and single hyphens: it becomes the address.';
  return problem('guide-name', 'This name cannot be an address.', hint, { file, line: 1 });
}

function unknownFigure(name: string, file: string, line: number): Finding {
  const hint = 'Write one of the names in src/core/present/guides/figures.ts, or no braces.';
  return problem('unknown-figure', `No figure is named "${name}".`, hint, { file, line });
}

export interface GlossarySource {
  glossary: GlossaryFile;
  file: string;
  /** 1-based line of the value at a JSON Pointer. */
  lineOf(pointer: string): number;
}

/** `glossary.yaml` of a catalogue folder; null without findings where it has none. */
export function readGlossary(dir: string): { source: GlossarySource | null; findings: Finding[] } {
  const file = join(dir, 'glossary.yaml');
  if (!existsSync(file)) return { source: null, findings: [] };
  const { source, findings } = readYaml(readFileSync(file, 'utf8'), file);
  if (source === null) return { source: null, findings };
  const { value, findings: invalid } = validated(GlossaryFile, source);
  if (value === null) return { source: null, findings: invalid };
  return { source: { glossary: value, file, lineOf: source.lineOf }, findings: [] };
}
