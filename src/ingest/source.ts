import type { ServerEntry } from '../core/catalogue/entry.ts';

/** Where the tools of one server are to be read, as the command line or a file names it. */
export type Source =
  | {
      kind: 'npm';
      name: string;
      version: string;
      bin?: string | undefined;
      args: string[];
      env: Record<string, string>;
      /** Laid into the folder the server is started in. */
      files?: Record<string, string>;
      /** Versions of dependencies, as npm's `overrides`. */
      overrides?: Record<string, string>;
    }
  | { kind: 'stdio'; command: string; args: string[]; env: Record<string, string>; cwd: string }
  | { kind: 'http'; url: string; headers: Record<string, string> }
  | { kind: 'file'; path: string }
  | { kind: 'jsonl'; path: string; server: string | undefined };

/** What is known about a server besides its tools; fills a new `server.yaml`. */
export interface About {
  title?: string;
  vendor?: string;
  repository?: string;
  license?: ServerEntry['license'];
  /** The name of the registry entry that led to the source. */
  registryName?: string;
  /** The kind to write when a file led to the source. */
  via?: 'registry' | 'config';
}
