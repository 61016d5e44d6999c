import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../core/finding.ts';
import { Ruling } from '../core/rulings/ruling.ts';
import { problem } from './problem.ts';
import { validated } from './validated.ts';
import { readYaml } from './yaml.ts';

/** A ruling and where a person finds it. */
export interface RulingFile {
  ruling: Ruling;
  file: string;
  /** Name of the file without `.yaml`: the slug of the tool. */
  slug: string;
  lineOf(pointer: string): number;
}

/** The rulings below `DIR/rulings/<server>/`, in the order of their paths; none where there is no such folder. */
export function readRulings(dir: string): { rulings: RulingFile[]; findings: Finding[] } {
  const root = join(dir, 'rulings');
  const rulings: RulingFile[] = [];
  const findings: Finding[] = [];
  if (!existsSync(root)) return { rulings, findings };
  for (const { path, folder, slug } of filesBelow(root)) {
    const file = join(root, path);
    if (slug === null) findings.push(stray(file));
    else {
      const read = readRuling(file, folder, slug);
      findings.push(...read.findings);
      if (read.ruling !== null) rulings.push(read.ruling);
    }
  }
  return { rulings, findings };
}

/** Everything but the README at the top; `slug` is null for what cannot be a ruling by its place or name. */
function filesBelow(root: string): { path: string; folder: string; slug: string | null }[] {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((found) => !found.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .filter((path) => path !== 'README.md')
    .sort((a, b) => (a < b ? -1 : 1));
  return paths.map((path) => {
    const [folder = '', name = '', ...rest] = path.split('/');
    const isRuling = name.endsWith('.yaml') && rest.length === 0;
    return { path, folder, slug: isRuling ? name.slice(0, -'.yaml'.length) : null };
  });
}

function readRuling(
  file: string,
  folder: string,
  slug: string,
): { ruling: RulingFile | null; findings: Finding[] } {
  const { source, findings } = readYaml(readFileSync(file, 'utf8'), file);
  if (source === null) return { ruling: null, findings };
  const { value, findings: wrong } = validated(Ruling, source);
  if (value === null) return { ruling: null, findings: wrong };
  if (value.server === folder)
    return { ruling: { ruling: value, file, slug, lineOf: source.lineOf }, findings: [] };
  const message = `The ruling is about the server "${value.server}" and lies in the folder of "${folder}".`;
  const hint = `Write \`server: ${folder}\`, or move the file.`;
  const where = { file, line: source.lineOf('/server'), path: '/server' };
  return { ruling: null, findings: [problem('ruling-elsewhere', message, hint, where)] };
}

function stray(file: string): Finding {
  const hint = 'Write rulings/<server>/<slug of the tool>.yaml, or remove the file.';
  return problem('stray-file', 'This is no ruling.', hint, { file, line: 1 });
}
