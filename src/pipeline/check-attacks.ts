import { isMetBy } from '../core/attacks/meets.ts';
import { reachTroubles } from '../core/attacks/reach.ts';
import type { Trouble } from '../core/attacks/troubles.ts';
import type { Verdict } from '../core/classify/verdict.ts';
import type { Finding } from '../core/finding.ts';
import { type AttackFile, readAttacks, troubleAt } from '../ingest/attacks.ts';
import type { SurveyedServer } from './survey.ts';

/** Everything wrong with the attack patterns of a catalogue, held against the verdicts on its tools. */
export function attackFindings(
  dir: string,
  servers: readonly Pick<SurveyedServer, 'entry' | 'names' | 'verdicts'>[],
): Finding[] {
  const { attacks, findings } = readAttacks(dir);
  const verdicts = verdictsOf(servers);
  const all = [...verdicts.values()];
  // What a file with another fault matches says nothing.
  const faulty = new Set(findings.map(({ file }) => file));
  const files = (attacks?.files ?? []).filter(({ source }) => !faulty.has(source.file));
  const ofReach = files.flatMap(({ attack, source }) => {
    const met = all.filter((verdict) => isMetBy(attack, verdict)).length;
    return reachTroubles(attack, met, all.length).map((trouble) => troubleAt(source, trouble));
  });
  return [...findings, ...ofReach, ...files.flatMap((file) => exampleFindings(file, verdicts))];
}

function verdictsOf(servers: Parameters<typeof attackFindings>[1]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const { entry, names, verdicts: own } of servers)
    for (const [index, verdict] of own.entries()) verdicts.set(`${entry.id}/${names[index]}`, verdict);
  return verdicts;
}

/** A named tool must be there, and must meet the pattern or miss it as the file says. */
function exampleFindings({ attack, source }: AttackFile, verdicts: ReadonlyMap<string, Verdict>): Finding[] {
  const trouble = (tool: string | undefined, path: string, meets: boolean): Trouble[] => {
    if (tool === undefined || verdicts.size === 0) return [];
    const verdict = verdicts.get(tool);
    const hint = `Name another tool that ${meets ? 'meets' : 'nearly meets'} it, as server/tool.`;
    if (verdict === undefined)
      return [{ code: 'unknown-tool', path, message: `There is no tool "${tool}" in the catalogue.`, hint }];
    if (isMetBy(attack, verdict) === meets) return [];
    const message = `"${tool}" ${meets ? 'does not meet' : 'meets'} the predicate.`;
    return [{ code: 'wrong-example', path, message, hint }];
  };
  return [
    ...trouble(attack.example, '/example', true),
    ...trouble(attack.nearMiss?.tool, '/nearMiss/tool', false),
  ].map((one) => troubleAt(source, one));
}
