import type { Finding } from '../core/finding.ts';
import { indicatorFindings } from '../core/indicators/findings.ts';
import { nearNameFindings } from '../core/indicators/near-names.ts';
import type { Definition } from '../core/tool/definition.ts';
import type { ServerInput, ServerSource } from '../ingest/server-source.ts';
import { knownToolsIn } from './known-tools.ts';

/** The definitions of an earlier observation. */
export interface EarlierTools {
  /** The definition of a name on a server; undefined where none was observed. */
  of(server: string, name: string): Definition | undefined;
  /** The names that the server had; null for a server that was not observed. */
  names(server: string): readonly string[] | null;
}

/**
 * What is wrong with the definitions of a catalogue beyond any single one, and the signs of poisoning that have no honest
 * use: names that can be taken for others, hard indicators; with `earlier`, whatever differs from it.
 * Strangers wrote the definitions, so no finding is more than a warning: a catalogue may hold what it warns of.
 */
export function definitionsFindings(
  sources: readonly ServerSource[],
  earlier: EarlierTools | null,
): Finding[] {
  const known = knownToolsIn(sources);
  return sources.flatMap((source) => {
    const { server } = source.read();
    if (server === null) return [];
    const { definitions } = server;
    const own = definitions.flatMap((definition, index) => {
      const previous = earlier?.of(source.id, definition.name);
      const options = { server: source.id, knownTools: known.owners };
      const found = indicatorFindings(
        definition,
        previous === undefined ? options : { ...options, previous },
      );
      return [
        ...found.filter(({ code, severity }) => severity === 'error' || code === DRIFT),
        ...nearNameFindings(definition.name, known.near, known.owners),
        ...(earlier === null ? [] : newcomer(definition, earlier.names(source.id))),
      ].map((finding) => placed(finding, server, source.id, index));
    });
    return [...own, ...removed(source, definitions, earlier)];
  });
}

const DRIFT = 'TP-28';

function placed(finding: Finding, { definitions, placeOf }: ServerInput, id: string, index: number): Finding {
  const message = `${id}/${definitions[index]?.name ?? ''}: ${finding.message}`;
  return { ...finding, ...placeOf(index, finding.path), severity: atMostWarning(finding), message };
}

function atMostWarning({ severity }: Finding): Finding['severity'] {
  return severity === 'error' ? 'warning' : severity;
}

function newcomer({ name }: Definition, before: readonly string[] | null): Finding[] {
  if (before === null || before.includes(name)) return [];
  const message = 'The tool was not there before.';
  const hint = 'Decide whether to allow it; a policy that names the tools it allows keeps it out until then.';
  return [{ code: 'tool-added', severity: 'info', file: null, line: null, path: '', message, hint }];
}

function removed(
  { id, file }: ServerSource,
  definitions: readonly Definition[],
  earlier: EarlierTools | null,
): Finding[] {
  const names = new Set(definitions.map(({ name }) => name));
  const gone = (earlier?.names(id) ?? []).filter((name) => !names.has(name));
  const hint = 'Remove it from policies; a name that comes back later may be another tool.';
  return gone.map((name) => {
    const message = `${id}: The tool "${name}" is gone.`;
    return { code: 'tool-removed', severity: 'info', file, line: 1, path: '', message, hint };
  });
}
