import { existsSync } from 'node:fs';
import type { Classifier } from '../core/classify/classifier.ts';
import type { Finding } from '../core/finding.ts';
import { claudeDirectoryFindings } from '../core/profiles/claude-directory.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { STDIN } from '../ingest/plain-file.ts';
import { problem } from '../ingest/problem.ts';
import { readRulings } from '../ingest/rulings.ts';
import type { ServerSource } from '../ingest/server-source.ts';
import { openToolInput } from '../ingest/tool-input.ts';
import { withRulings } from './rulings.ts';

/** What a profile found; `unusable` holds what kept it from looking, and then nothing was looked at. */
export interface Profiled {
  tools: number;
  findings: Finding[];
  unusable: Finding[];
}

/**
 * Holds tools against the review criteria of a directory: one server of the catalogue, every one when `subject` is null,
 * or the tools of a file. An id of the catalogue wins over a file of the same name.
 */
export async function profile(
  subject: string | null,
  catalogDir: string,
  classifier: Classifier,
): Promise<Profiled> {
  if (subject === STDIN) return profileFile(subject, classifier);
  const { sources, findings } = readCatalogue(catalogDir);
  const chosen = subject === null ? sources : sources.filter(({ id }) => id === subject);
  if (chosen.length > 0) return profileServers(chosen, catalogDir, classifier);
  if (subject === null) return { tools: 0, findings: [], unusable: findings };
  if (existsSync(subject)) return profileFile(subject, classifier);
  const hint = `Name a file of definitions or a server of ${catalogDir}.`;
  const unusable = [problem('no-subject', `There is no server and no file "${subject}".`, hint)];
  return { tools: 0, findings: [], unusable };
}

function profileServers(
  sources: readonly ServerSource[],
  catalogDir: string,
  classifier: Classifier,
): Profiled {
  const { rulings } = readRulings(catalogDir);
  const profiled: Profiled = { tools: 0, findings: [], unusable: [] };
  for (const source of sources) {
    const { server, findings } = source.read();
    profiled.unusable.push(...findings.filter(({ severity }) => severity === 'error'));
    if (server === null) continue;
    const { definitions, provenance, placeOf } = server;
    const unruled = definitions.map((definition) => classifier.classify(definition, provenance));
    const own = rulings.filter(({ ruling }) => ruling.server === source.id);
    const { verdicts } = withRulings(definitions, unruled, own);
    for (const [index, definition] of definitions.entries()) {
      const verdict = verdicts[index];
      if (verdict === undefined) continue;
      profiled.tools++;
      for (const finding of claudeDirectoryFindings(definition, verdict))
        profiled.findings.push({ ...named(finding, definition.name), ...placeOf(index, finding.path) });
    }
  }
  return profiled;
}

async function profileFile(file: string, classifier: Classifier): Promise<Profiled> {
  // The name of the server plays no part in the criteria, so a file without one will do.
  const { input, findings: unusable } = await openToolInput(file, file);
  if (input === null) return { tools: 0, findings: [], unusable };
  const label = file === STDIN ? 'standard input' : file;
  const findings: Finding[] = [];
  let tools = 0;
  for await (const { tool } of input.entries()) {
    tools++;
    const own = claudeDirectoryFindings(tool, classifier.classify(tool, 'observed'));
    findings.push(...own.map((finding) => ({ ...named(finding, tool.name), file: label })));
  }
  input.close();
  return { tools, findings, unusable: [] };
}

function named(finding: Finding, tool: string): Finding {
  return { ...finding, message: `${tool}: ${finding.message}` };
}
