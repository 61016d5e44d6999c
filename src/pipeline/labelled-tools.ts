import { join } from 'node:path';
import { agreementOf, type PassAgreement } from '../core/evaluate/agreement.ts';
import { goldOf } from '../core/evaluate/gold.ts';
import type { Label } from '../core/evaluate/label.ts';
import { labelId, type PassLabel } from '../core/evaluate/pass.ts';
import type { Finding } from '../core/finding.ts';
import type { Definition, Provenance } from '../core/tool/definition.ts';
import { definitionHash } from '../core/tool/hash.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { type LabelFiles, labelFolder, readLabelPasses } from '../ingest/label-passes.ts';
import { problem } from '../ingest/problem.ts';

/** A tool of the catalogue with its label and the definition that was labelled. */
export interface LabelledTool {
  label: Label;
  definition: Definition;
  provenance: Provenance;
  /** True when no rule may be tuned on it. */
  frozen: boolean;
}

export interface LabelledSet {
  tools: LabelledTool[];
  /** `server/tool` of labels whose definition changed or is gone. */
  void: string[];
  frozenServers: string[];
  agreement: PassAgreement;
}

/**
 * The labels of a catalogue joined to its definitions; null without findings where it has no labels, null with
 * errors where they are unusable. A void label is a warning.
 */
export function labelledTools(catalogDir: string): { set: LabelledSet | null; findings: Finding[] } {
  const { labels, findings } = readLabelPasses(catalogDir);
  if (labels === null) return { set: null, findings };
  const known = definitionsOf(catalogDir, labels);
  findings.push(...strayServers(catalogDir, labels));
  const frozen = new Set(labels.frozen.servers);
  const except = new Set(labels.frozen.except);
  const tools: LabelledTool[] = [];
  const lapsed: string[] = [];
  for (const [index, label] of goldOf(labels.passA, labels.passB).entries()) {
    const row = labels.passA[index] as PassLabel;
    const found = known.get(label.id);
    if (found === undefined || definitionHash(found.definition) !== row.definitionHash) {
      lapsed.push(label.id);
      findings.push(voidLabel(catalogDir, index, label.id, found !== undefined));
    } else tools.push({ label, ...found, frozen: frozen.has(row.server) && !except.has(label.id) });
  }
  if (findings.some(({ severity }) => severity === 'error')) return { set: null, findings };
  const agreement = agreementOf(labels.passA, labels.passB);
  return { set: { tools, void: lapsed, frozenServers: labels.frozen.servers, agreement }, findings };
}

type Known = Map<string, { definition: Definition; provenance: Provenance }>;

/** Definitions by `server/tool`; what cannot be read is reported where the catalogue is checked. */
function definitionsOf(catalogDir: string, { passA }: LabelFiles): Known {
  const wanted = new Set(passA.map(({ server }) => server));
  const known: Known = new Map();
  for (const source of readCatalogue(catalogDir).sources) {
    if (!wanted.has(source.id)) continue;
    const { server } = source.read();
    for (const definition of server?.definitions ?? []) {
      const id = labelId({ server: source.id, tool: definition.name });
      if (server !== null) known.set(id, { definition, provenance: server.provenance });
    }
  }
  return known;
}

function strayServers(catalogDir: string, { passA, frozen }: LabelFiles): Finding[] {
  const servers = new Set(passA.map(({ server }) => server));
  const ids = new Set(passA.map(labelId));
  const file = join(labelFolder(catalogDir), 'frozen.yaml');
  const hint = 'Correct the spelling, or remove the line: only what is labelled can be frozen.';
  const stray = (name: string) => problem('unlabelled-frozen', `"${name}" is not labelled.`, hint, { file });
  return [
    ...frozen.servers.filter((server) => !servers.has(server)).map(stray),
    ...frozen.except.filter((id) => !ids.has(id)).map(stray),
  ];
}

function voidLabel(catalogDir: string, index: number, id: string, isThere: boolean): Finding {
  const file = join(labelFolder(catalogDir), 'pass-a.jsonl');
  const message = `The label of "${id}" is void: the tool ${isThere ? 'has another definition now' : 'is not in the catalogue'}.`;
  const hint = 'Label its definition again in both passes, or remove its line from both.';
  return problem('void-label', message, hint, { file, line: index + 1, severity: 'warning' });
}
