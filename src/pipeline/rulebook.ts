import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Classifier, compileRules } from '../core/classify/classifier.ts';
import type { Finding } from '../core/finding.ts';
import { mentionsOf } from '../core/rulebook/mentions.ts';
import { problem } from '../ingest/problem.ts';
import { type RulebookFiles, type RuleFile, readRulebook } from '../ingest/rules.ts';
import { readYaml } from '../ingest/yaml.ts';

/** Reads rules and lexicons below a catalogue folder and compiles them; null with findings when they are unusable. */
export function loadClassifier(catalogDir: string): { classifier: Classifier | null; findings: Finding[] } {
  const { files, findings: problems } = readRulebook(catalogDir);
  const findings = [...problems, ...unknownLexicons(files, catalogDir)];
  if (findings.some((finding) => finding.severity === 'error')) return { classifier: null, findings };
  const compiled = compileRules(
    files.rules.map(({ rule }) => rule),
    files.lexicons,
  );
  return { classifier: compiled.classifier, findings: [...findings, ...compiled.findings] };
}

/** Lexicons that rules name and nobody wrote, each at the line that names it. */
function unknownLexicons({ rules, lexicons }: RulebookFiles, catalogDir: string): Finding[] {
  const known = new Set(lexicons.map(({ id }) => id));
  return rules.flatMap((rule) =>
    mentionsOf(rule.rule)
      .filter(({ lexicon }) => !known.has(lexicon))
      .map(({ lexicon, path }) => {
        const message = `The rule names the lexicon "${lexicon}", and there is none.`;
        const hint = `Write lexicon/${lexicon}.yaml, name one that exists, or list the words in the rule.`;
        const where = { file: join(catalogDir, rule.file), line: lineIn(rule, path, catalogDir), path };
        return problem('unknown-lexicon', message, hint, where);
      }),
  );
}

function lineIn({ file }: RuleFile, path: string, catalogDir: string): number {
  const full = join(catalogDir, file);
  return readYaml(readFileSync(full, 'utf8'), full).source?.lineOf(path) ?? 1;
}
