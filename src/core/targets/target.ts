import type { Decision } from '../recommend/decision-table.ts';
import type { PolicyRecord } from './record.ts';

/** How a file is written; names its highlighting and its parser. */
type Language = 'json' | 'yaml' | 'toml' | 'rego' | 'cedar' | 'python' | 'shell' | 'markdown';

export type TargetId =
  | 'policylayer'
  | 'intercept'
  | 'claude-code'
  | 'claude-api'
  | 'codex'
  | 'openai-responses'
  | 'openai-agents'
  | 'gemini-cli'
  | 'vscode'
  | 'copilot-cli'
  | 'copilot-agent'
  | 'cursor'
  | 'cursor-cli'
  | 'cline'
  | 'roo'
  | 'opencode'
  | 'goose'
  | 'zed'
  | 'litellm'
  | 'docker-mcp-gateway'
  | 'agentgateway'
  | 'envoy-ai-gateway'
  | 'kong'
  | 'toolhive'
  | 'agentcore'
  | 'opa';

/** yes: as meant. degraded: the nearest stricter form stands in its place. no: the target has no such thing. */
export type Support = 'yes' | 'degraded' | 'no';

export type Ability = 'allow' | 'ask' | 'deny' | 'hide' | 'limit' | 'arguments';

/** The server as a user has it: under a key of their own choice, with all the names that tools/list gives. */
export interface ServerTools {
  key: string;
  allToolNames: readonly string[];
}

interface RenderOptions {
  /** True for the form that is about the given tools alone; false for the whole server, whose every tool has a record. */
  only: boolean;
}

export interface RenderedFile {
  name: string;
  language: Language;
  text: string;
}

/** Where one file of a target that has several goes. */
export interface Place {
  path: string;
  /** What stands in it, completing "holds …". */
  holds: string;
  /** False for a file that only adds to what the others do by themselves. */
  needed: boolean;
}

/** enforced: the target does it. advisory: it does it where its user lets it. cannot-express: something else stands here. */
type Status = 'enforced' | 'advisory' | 'cannot-express';

/** What became of one record. */
export interface PerTool {
  tool: string;
  intended: Decision;
  /** What the emitted bytes make of its calls; where argument rules are enforced, read as in the record. */
  expressed: Decision;
  status: Status;
  /** dropped: the target counts no calls. none: there is nothing to count. */
  limit: 'enforced' | 'dropped' | 'none';
  /** dropped: the target does not look into arguments; a stricter decision stands for the rules. */
  arguments: 'enforced' | 'dropped' | 'none';
  /** Sentences for a person, without names of tools; '' when all is as meant. */
  note: string;
}

/** One target's form of some records. All texts but the files are plain sentences. */
export interface Rendering {
  target: TargetId;
  /** Empty when the key cannot be written for this target: a note says why. */
  files: RenderedFile[];
  perTool: PerTool[];
  /** What the files alone make of a tool they do not name. */
  others: Decision;
  /**
   * isolated: the other tools of the server stay as they are. asks-the-rest: they ran without asking, and now a person
   * is asked. denies-the-rest: none of them can be called.
   */
  rest: 'isolated' | 'asks-the-rest' | 'denies-the-rest';
  notes: string[];
  /** What to do with the files, in order. */
  setUp: string[];
  /** How to see that the rules took effect. */
  check: string;
}

/** Facts about an enforcement point, and the function that writes for it. */
export interface Target {
  id: TargetId;
  title: string;
  kind: 'client' | 'api' | 'gateway';
  language: Language;
  fileName: string;
  whereItLives: string;
  /** By name of the file, where a rendering may have several. */
  places: ReadonlyMap<string, Place>;
  /** Where its syntax and semantics were read, and the date of the version read. */
  source: { url: string; read: string };
  /** The version whose documentation or source was read. */
  version: string;
  supports: Readonly<Record<Ability, Support>>;
  /** Null where the target does as told whoever uses it; otherwise the sentence that says what its user has to let it do. */
  advisory: string | null;
  /** What happens to what it cannot express, and its traps. */
  degrades: readonly string[];
  /** How the server key and the name of a tool become the name that rules match. */
  naming: string;
  /** Null for a key that can be written for this target, otherwise what is wrong with it and what to write instead. */
  keyProblem(key: string): string | null;
  /** A key that can be written for this target: the given one, or the nearest to it. */
  keyFor(key: string): string;
  /** Pure and total: the same records, the same bytes; never throws, whatever the names. */
  render(server: ServerTools, records: readonly PolicyRecord[], options: RenderOptions): Rendering;
}
