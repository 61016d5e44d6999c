import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Attack, Attacks } from '../core/attacks/attack.ts';
import { readBody } from '../core/attacks/body.ts';
import { AttackPattern } from '../core/attacks/pattern.ts';
import { Frameworks, Incidents } from '../core/attacks/sources.ts';
import { type Trouble, troublesOf } from '../core/attacks/troubles.ts';
import type { Finding } from '../core/finding.ts';
import { readFrontMatter } from './front-matter.ts';
import { problem } from './problem.ts';
import { validated } from './validated.ts';
import { readYaml, type Sourced } from './yaml.ts';

/** A pattern and where a person finds it. */
export interface AttackFile {
  attack: Attack;
  source: Sourced;
}

export interface AttackFiles extends Omit<Attacks, 'patterns'> {
  files: AttackFile[];
}

const INCIDENTS = 'incidents.yaml';
const FRAMEWORKS = 'frameworks.yaml';

/** Reads `DIR/attacks/`, patterns in the order of their ids, with every problem at its line; null where there is no such folder. */
export function readAttacks(dir: string): { attacks: AttackFiles | null; findings: Finding[] } {
  const folder = join(dir, 'attacks');
  if (!existsSync(folder)) return { attacks: null, findings: [] };
  const findings: Finding[] = [];
  const incidents = readAs(Incidents, join(folder, INCIDENTS), findings);
  const frameworks = readAs(Frameworks, join(folder, FRAMEWORKS), findings);
  const known = { incidents: incidents?.value ?? null, frameworks: frameworks?.value ?? null };
  const files = readdirSync(folder).sort();
  const patterns = files
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .flatMap((name) => {
      const read = readPattern(join(folder, name), known);
      findings.push(...read.findings);
      return read.file === null ? [] : [read.file];
    });
  findings.push(...files.filter(isStray).map((name) => stray(join(folder, name))), ...repeated(patterns));
  if (incidents !== null) findings.push(...unusedIncidents(incidents, patterns), ...thinIncidents(incidents));
  if (known.incidents === null || known.frameworks === null) return { attacks: null, findings };
  return { attacks: { files: patterns, incidents: known.incidents, frameworks: known.frameworks }, findings };
}

function readAs<T>(
  schema: z.ZodType<T>,
  file: string,
  findings: Finding[],
): { value: T; source: Sourced } | null {
  if (!existsSync(file)) {
    const hint = 'Write it; catalog/attacks/README.md says what it holds.';
    findings.push(problem('missing-file', 'The file is not there.', hint, { file, line: 1 }));
    return null;
  }
  const { source, findings: syntax } = readYaml(readFileSync(file, 'utf8'), file);
  findings.push(...syntax);
  if (source === null) return null;
  const { value, findings: wrong } = validated(schema, source);
  findings.push(...wrong);
  return value === null ? null : { value, source };
}

function readPattern(
  file: string,
  known: Parameters<typeof troublesOf>[1],
): { file: AttackFile | null; findings: Finding[] } {
  const text = readFileSync(file, 'utf8');
  const { found, findings } = readFrontMatter(text, file);
  if (found === null) return { file: null, findings };
  const { body, problems } = readBody(found.content);
  const start = text.slice(0, text.lastIndexOf(found.content)).split('\n').length;
  const hint =
    'Write plain words under ## Mechanism, ## Preconditions and ## What to do, in paragraphs or "- " items.';
  findings.push(
    ...problems.map(({ line, message }) =>
      problem('attack-body', message, hint, { file, line: start + line }),
    ),
  );
  const { value, findings: wrong } = validated(AttackPattern, found.source);
  findings.push(...wrong);
  if (value === null) return { file: null, findings };
  const own = [...misnamed(value.id, basename(file, '.md')), ...troublesOf(value, known)];
  findings.push(...own.map((trouble) => troubleAt(found.source, trouble)));
  return { file: body === null ? null : { attack: { ...value, body }, source: found.source }, findings };
}

/** A trouble as a finding, at the line of the file where it stands. */
export function troubleAt(source: Sourced, { code, path, message, hint }: Trouble): Finding {
  return problem(code, message, hint, { file: source.file, line: source.lineOf(path), path });
}

function misnamed(id: string, stem: string): Trouble[] {
  if (id === stem) return [];
  const message = `The id is "${id}" and the file is named "${stem}".`;
  return [
    { code: 'id-is-not-file-name', path: '/id', message, hint: `Write id: ${stem}, or rename the file.` },
  ];
}

/** Ids are addresses, and titles are those of pages: each may be had once. */
function repeated(files: readonly AttackFile[]): Finding[] {
  return (['id', 'title'] as const).flatMap((key) => {
    const seen = new Map<string, string>();
    return files.flatMap(({ attack, source }) => {
      const before = seen.get(attack[key]);
      seen.set(attack[key], source.file);
      if (before === undefined) return [];
      const message = `The ${key} "${attack[key]}" is taken by ${before}.`;
      const hint = `Give one of them another ${key}.`;
      return [troubleAt(source, { code: `duplicate-attack-${key}`, path: `/${key}`, message, hint })];
    });
  });
}

function isStray(name: string): boolean {
  return !name.endsWith('.md') && name !== INCIDENTS && name !== FRAMEWORKS;
}

function stray(file: string): Finding {
  const hint = `Patterns are files named <id>.md; beside them stand ${INCIDENTS} and ${FRAMEWORKS} alone.`;
  return problem('stray-file', 'This file is no attack pattern.', hint, { file, line: 1 });
}

function unusedIncidents(
  { value, source }: { value: Incidents; source: Sourced },
  files: readonly AttackFile[],
): Finding[] {
  const named = new Set(files.flatMap(({ attack }) => attack.incidents));
  return Object.keys(value)
    .filter((id) => !named.has(id))
    .map((id) => {
      const message = `No pattern names the incident "${id}".`;
      const hint = 'Name it under incidents of a pattern, or remove it.';
      return troubleAt(source, { code: 'unused-incident', path: `/${id}`, message, hint });
    });
}

/** Two sources on one host are one source. */
function thinIncidents({ value, source }: { value: Incidents; source: Sourced }): Finding[] {
  return Object.entries(value)
    .filter(([, { support, sources }]) => {
      const hosts = new Set(sources.map(({ url }) => new URL(url).host));
      return support === 'two-independent' && hosts.size < 2;
    })
    .map(([id]) => {
      const message = 'It claims two independent sources and names one.';
      const hint = 'Add the second source, or say who vouches: vendor or researcher.';
      return troubleAt(source, { code: 'one-source', path: `/${id}/support`, message, hint });
    });
}
