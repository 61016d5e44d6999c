import type { Finding } from '../../core/finding.ts';
import { type ConfiguredServer, isConfiguration, serversOf } from '../../core/stack/configuration.ts';
import { readDocument } from '../../core/stack/document.ts';
import { problemAt } from '../../core/stack/problem.ts';
import type { Definition } from '../../core/tool/definition.ts';
import { isObject, type JsonValue } from '../../core/tool/json.ts';
import { entriesOf } from '../../core/tool/tool-list.ts';

/** What somebody pasted: the configuration of a client, or the definitions of one server. */
type Pasted =
  | { kind: 'configuration'; servers: ConfiguredServer[] }
  | { kind: 'definitions'; definitions: Definition[] };

/** A list without tools says nothing of what its server can do once somebody has signed in to it. */
const NO_TOOL: Finding = problemAt(
  'no-tools',
  1,
  '',
  'The list holds no tool, so there is nothing to classify.',
  'Paste what tools/list returns once the server is connected and signed in.',
);

/**
 * Reads a pasted text, or says everything that is wrong with it, each at its line; then nothing of it is taken. No
 * finding quotes a value. Of tools with one name the first stands for all: a client cannot tell them apart.
 */
export function readPastedText(text: string): { pasted: Pasted | null; findings: Finding[] } {
  const { document, findings } = readDocument(text);
  if (document === null) return { pasted: null, findings };
  const { value, lineOf } = document;
  if (isConfiguration(value) || !mayBeDefinitions(value)) {
    const read = serversOf(value, lineOf);
    if (read.findings.length > 0) return { pasted: null, findings: read.findings };
    return { pasted: { kind: 'configuration', servers: read.servers }, findings: [] };
  }
  const { entries, troubles } = entriesOf(value, 'pasted');
  const found = troubles.map((trouble): Finding => {
    return { ...trouble, severity: 'error', file: null, line: lineOf(trouble.path) };
  });
  if (found.length > 0) return { pasted: null, findings: found };
  if (entries.length === 0) return { pasted: null, findings: [NO_TOOL] };
  const byName = new Map(entries.toReversed().map(({ tool }) => [tool.name, tool]));
  const definitions = entries.map(({ tool }) => tool).filter((tool) => byName.get(tool.name) === tool);
  return { pasted: { kind: 'definitions', definitions }, findings: [] };
}

function mayBeDefinitions(value: JsonValue): boolean {
  if (Array.isArray(value)) return true;
  return isObject(value) && ['tools', 'tool', 'result', 'jsonrpc'].some((key) => Object.hasOwn(value, key));
}
