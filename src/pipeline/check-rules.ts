import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../core/classify/verdict.ts';
import type { Finding } from '../core/finding.ts';
import { tryRule } from '../core/rulebook/cases.ts';
import { idleRules } from '../core/rulebook/use.ts';
import { problem } from '../ingest/problem.ts';
import type { RulebookFiles, RuleFile } from '../ingest/rules.ts';
import { readYaml } from '../ingest/yaml.ts';

/** Rules whose cases do not hold, and parts of rules that no case needs. */
export function trialFindings({ rules, lexicons }: RulebookFiles, catalogDir: string): Finding[] {
  return rules.flatMap((file) => {
    if (file.cases.fires.length === 0) return [];
    const trial = tryRule(file.rule, file.cases, lexicons);
    const ruleFile = join(catalogDir, file.file);
    const casesFile = ruleFile.replace(/\.rule\.yaml$/, '.cases.yaml');
    return [
      ...(trial?.broken ?? []).map(({ kind, index, note }) => {
        const message = `The rule ${kind === 'fires' ? 'is silent' : 'fires'} on the case "${note}".`;
        const hint = `Correct the rule, or move the case if it stands in the wrong list (${kind}).`;
        return at(casesFile, `/${kind}/${index}`, 'broken-case', message, hint);
      }),
      ...(trial?.survivors ?? []).map(({ path, change }) => {
        const message = `No case notices when ${change}.`;
        const hint = `Add a case to ${file.rule.id}.cases.yaml that only this part decides, or remove the part.`;
        return at(ruleFile, path, 'idle-clause', message, hint);
      }),
    ];
  });
}

/** Rules that no tool of the catalogue needs. */
export function useFindings(
  { rules }: RulebookFiles,
  catalogDir: string,
  verdicts: Iterable<Verdict>,
): Finding[] {
  const files = new Map<string, RuleFile>(rules.map((file) => [file.rule.id, file]));
  const idle = idleRules(
    rules.map(({ rule }) => rule),
    verdicts,
  );
  return idle.map(({ rule, twin }) => {
    const file = join(catalogDir, files.get(rule)?.file ?? '');
    if (twin !== null) {
      const message = `The rule fires on exactly the tools of "${twin}" and emits the same.`;
      return at(file, '', 'twin-rules', message, 'Join the two rules, or remove one.');
    }
    const hint =
      'Correct the rule, remove it, or write `rare: true` if it waits for tools not catalogued yet.';
    return at(file, '', 'idle-rule', 'The rule fires on no tool of the catalogue.', hint);
  });
}

function at(file: string, path: string, code: string, message: string, hint: string): Finding {
  const line = readYaml(readFileSync(file, 'utf8'), file).source?.lineOf(path) ?? 1;
  return problem(code, message, hint, { file, line, path });
}
