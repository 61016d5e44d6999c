import type { HistoryLine, Observation, ServerEntry } from '../core/catalogue/entry.ts';
import type { Finding } from '../core/finding.ts';
import type { Definition, Provenance } from '../core/tool/definition.ts';

/** Everything read about one server: what people wrote, what was observed, what was observed before. */
export interface ServerInput {
  entry: ServerEntry;
  observed: Observation['observed'];
  provenance: Provenance;
  definitions: Definition[];
  history: HistoryLine[];
  /** `notes.md`, without its front matter. */
  prose: string | null;
  /** File and line of a value within a definition, at a JSON Pointer into the tool object. */
  placeOf(tool: number, path: string): { file: string; line: number };
}

/** A server that can be read again and again: a build never holds all definitions at once. */
export interface ServerSource {
  id: string;
  /** Former ids, which leave redirects. */
  formerly: string[];
  /** Where a person finds it, for findings. */
  file: string;
  /** Null exactly when a finding is an error. */
  read(): { server: ServerInput | null; findings: Finding[] };
}
