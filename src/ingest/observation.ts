import { Observation } from '../core/catalogue/entry.ts';
import type { Finding } from '../core/finding.ts';
import type { Definition } from '../core/tool/definition.ts';
import { deeperThan, MOST_LEVELS } from '../core/tool/depth.ts';
import { schemaFindings } from './schema-findings.ts';
import type { ServerInput } from './server-source.ts';
import { readYaml, type Sourced } from './yaml.ts';

interface ObservationRead {
  found: Pick<ServerInput, 'observed' | 'definitions' | 'placeOf'> | null;
  findings: Finding[];
}

/** Reads `tools.json`. The definitions are the parsed values themselves, never copies made by a schema. */
export function readObservation(text: string, file: string): ObservationRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { found: null, findings: [syntaxFinding(text, file, error)] };
  }
  const source: Sourced = { value, file, lineOf: (path) => readYaml(text, file).source?.lineOf(path) ?? 1 };
  const deep = deeperThan(value, MOST_LEVELS);
  if (deep !== null) return { found: null, findings: [tooDeep(source, deep)] };
  const parsed = Observation.safeParse(value);
  if (!parsed.success) {
    return { found: null, findings: schemaFindings(parsed.error, source, Object.keys(Observation.shape)) };
  }
  const { tools } = (value as { result: { tools: Definition[] } }).result;
  const findings = repeatedNames(tools, source);
  const placeOf = (tool: number, path: string) => ({
    file,
    line: source.lineOf(`/result/tools/${tool}${path}`),
  });
  return { found: { observed: parsed.data.observed, definitions: tools, placeOf }, findings };
}

function syntaxFinding(text: string, file: string, error: unknown): Finding {
  const message = String((error as Error).message);
  const offset = /at position (\d+)/.exec(message)?.[1];
  const line =
    offset === undefined ? text.split('\n').length : text.slice(0, Number(offset)).split('\n').length;
  const hint =
    'Run `toolwarden ingest` again or restore the file from version control; it is written by the tool, not by hand.';
  return {
    code: 'json-syntax',
    severity: 'error',
    file,
    line,
    path: '',
    message: `This is not valid JSON: ${message}.`,
    hint,
  };
}

function tooDeep(source: Sourced, path: string): Finding {
  const message = `The value nests more than ${MOST_LEVELS} levels.`;
  const hint =
    'Flatten the schema, or leave the tool out of the observation and say so in the notes of server.yaml.';
  return { code: 'too-deep', severity: 'error', file: source.file, line: 1, path, message, hint };
}

function repeatedNames(tools: readonly Definition[], source: Sourced): Finding[] {
  const first = new Map<string, number>();
  const findings: Finding[] = [];
  for (const [index, { name }] of tools.entries()) {
    const before = first.get(name);
    if (before === undefined) first.set(name, index);
    else findings.push(repeated(source, index, before, name));
  }
  return findings;
}

function repeated(source: Sourced, index: number, before: number, name: string): Finding {
  const path = `/result/tools/${index}/name`;
  const message = `The tool name "${name}" stands twice: tools ${before} and ${index} of the list.`;
  const hint = 'A client calls a tool by its name, so only one can answer: keep that one.';
  const line = source.lineOf(path);
  return { code: 'duplicate-tool-name', severity: 'error', file: source.file, line, path, message, hint };
}
