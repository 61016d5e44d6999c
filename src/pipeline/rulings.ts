import type { Verdict } from '../core/classify/verdict.ts';
import type { Finding } from '../core/finding.ts';
import { apply } from '../core/rulings/apply.ts';
import { expiryTroubles, type Trouble, troublesOf } from '../core/rulings/troubles.ts';
import type { Definition } from '../core/tool/definition.ts';
import { definitionHash } from '../core/tool/hash.ts';
import { slugsOf } from '../core/tool/slug.ts';
import { problem } from '../ingest/problem.ts';
import type { RulingFile } from '../ingest/rulings.ts';

/** The verdicts of a server with its rulings over them, and what is wrong with the rulings. */
export function withRulings(
  definitions: readonly Definition[],
  verdicts: readonly Verdict[],
  files: readonly RulingFile[],
): { verdicts: readonly Verdict[]; findings: Finding[] } {
  if (files.length === 0) return { verdicts, findings: [] };
  const ruled = [...verdicts];
  const findings = files.flatMap((file): Finding[] => {
    const { ruling } = file;
    const found = placeOf(file, definitions);
    if ('trouble' in found) return [at(file, found.trouble)];
    const [definition, verdict] = [definitions[found.index], verdicts[found.index]];
    if (definition === undefined || verdict === undefined) return [];
    ruled[found.index] = apply(verdict, ruling);
    return troublesOf(ruling, definition, verdict).map((trouble) => at(file, trouble));
  });
  return { verdicts: ruled, findings };
}

/** Rulings for servers that are not there, and those whose time is over by the newest observation. */
export function rulingsAtLarge(
  files: readonly RulingFile[],
  known: ReadonlySet<string>,
  newest: string | null,
): Finding[] {
  return files.flatMap((file) => {
    const { server } = file.ruling;
    const message = `There is no server "${server}" in the catalogue.`;
    const hint = 'Correct the id, or remove the ruling with the server.';
    const unknown = known.has(server) ? [] : [{ code: 'ruling-for-nobody', path: '/server', message, hint }];
    const expired = newest === null ? [] : expiryTroubles(file.ruling, newest);
    return [...unknown, ...expired].map((trouble) => at(file, trouble));
  });
}

function placeOf(
  { ruling, slug }: RulingFile,
  definitions: readonly Definition[],
): { index: number } | { trouble: Trouble } {
  const named = definitions.flatMap(({ name }, index) => (name === ruling.tool ? [index] : []));
  if (named.length === 0) {
    const message = `The server has no tool "${ruling.tool}".`;
    const hint = 'Correct the name, or remove the ruling with the tool.';
    return { trouble: { code: 'ruling-for-nobody', path: '/tool', message, hint } };
  }
  const hashes = named.map((index) => definitionHash(definitions[index] as Definition));
  const index = named[hashes.indexOf(ruling.definitionHash)];
  if (index === undefined) {
    const message = `The definition of "${ruling.tool}" is another one now: ${hashes.join(', ')}.`;
    const hint =
      'Read the definition as it is now: remove the ruling, or bring hash, evidence and date up to date.';
    return { trouble: { code: 'stale-ruling', path: '/definitionHash', message, hint } };
  }
  const wanted = slugsOf(definitions.map(({ name }) => name))[index];
  if (wanted === slug) return { index };
  const message = `The file of this ruling is called "${slug}.yaml".`;
  const hint = `Rename it to ${wanted}.yaml, so that each definition has one ruling at most.`;
  return { trouble: { code: 'ruling-elsewhere', path: '/tool', message, hint } };
}

function at({ file, lineOf }: RulingFile, { code, path, message, hint }: Trouble): Finding {
  return problem(code, message, hint, { file, line: lineOf(path), path });
}
