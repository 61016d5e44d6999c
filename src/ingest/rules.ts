import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { z } from 'zod';
import { Cases, Lexicon, Rule } from '../core/classify/rule.ts';
import type { Finding } from '../core/finding.ts';
import { schemaFindings } from './schema-findings.ts';
import { readYaml } from './yaml.ts';

export interface RuleFile {
  rule: Rule;
  cases: Cases;
  file: string;
}

export interface RulebookFiles {
  rules: RuleFile[];
  lexicons: Lexicon[];
}

/**
 * Reads every rule with its cases and every lexicon below a catalogue folder, found by glob so that none can be
 * forgotten. Every problem comes back at once, with its file and line.
 */
export function readRulebook(catalogDir: string): { files: RulebookFiles; findings: Finding[] } {
  const findings: Finding[] = [];
  const rules: RuleFile[] = [];
  for (const file of globSync(join(catalogDir, 'rules/**/*.rule.yaml')).sort()) {
    const rule = readAs(Rule, file, findings);
    const cases = readCases(file, findings);
    if (rule === null) continue;
    checkName(rule.id, basename(file, '.rule.yaml'), file, findings);
    rules.push({
      rule: rule as Rule,
      cases: cases ?? { fires: [], silent: [] },
      file: relative(catalogDir, file),
    });
  }
  for (const file of globSync(join(catalogDir, 'rules/**/*.cases.yaml')).sort()) {
    if (existsSync(file.replace(/\.cases\.yaml$/, '.rule.yaml'))) continue;
    findings.push(
      problem(
        'cases-without-rule',
        file,
        'These cases belong to no rule.',
        `Write ${basename(file).replace('.cases.', '.rule.')} beside them or remove them.`,
      ),
    );
  }
  const lexicons: Lexicon[] = [];
  for (const file of globSync(join(catalogDir, 'lexicon/*.yaml')).sort()) {
    const lexicon = readAs(Lexicon, file, findings);
    if (lexicon === null) continue;
    checkName(lexicon.id, basename(file, '.yaml'), file, findings);
    lexicons.push(lexicon);
  }
  return { files: { rules, lexicons }, findings };
}

function readCases(ruleFile: string, findings: Finding[]): Cases | null {
  const file = join(dirname(ruleFile), `${basename(ruleFile, '.rule.yaml')}.cases.yaml`);
  if (existsSync(file)) return readAs(Cases, file, findings);
  const hint = `Write ${basename(file)} beside it, with at least two tools it fires on and two near misses.`;
  findings.push(problem('rule-without-cases', ruleFile, 'This rule has no cases.', hint));
  return null;
}

/** Parses a YAML file against a schema; each problem is a finding at its line. */
function readAs<Schema extends z.ZodObject>(
  schema: Schema,
  file: string,
  findings: Finding[],
): z.infer<Schema> | null {
  const { source, findings: syntax } = readYaml(readFileSync(file, 'utf8'), file);
  findings.push(...syntax);
  if (source === null) return null;
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  findings.push(...schemaFindings(parsed.error, source, Object.keys(schema.shape)));
  return null;
}

function checkName(id: string, stem: string, file: string, findings: Finding[]): void {
  if (id === stem) return;
  findings.push(
    problem(
      'id-is-not-file-name',
      file,
      `The id is "${id}" and the file is named "${stem}".`,
      `Write id: ${stem}, or rename the file.`,
    ),
  );
}

function problem(code: string, file: string, message: string, hint: string): Finding {
  return { code, severity: 'error', file, line: 1, path: '', message, hint };
}
