import { z } from 'zod';

const Date_ = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as YYYY-MM-DD');
const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');

/** Kinds of source an entry can be ingested from; `listing` is a printed page that nobody ran. */
const SOURCE_KINDS = ['npm', 'stdio', 'http', 'file', 'jsonl', 'registry', 'config', 'listing'] as const;

/** `server.yaml`: what a person wrote about a server. Nothing observed is in it. */
export const ServerEntry = z.strictObject({
  id: Id,
  /** The name people use, without "MCP server" around it. */
  title: z.string().min(1).max(80),
  /** Who publishes the server. */
  vendor: z.string().min(1).max(80),
  /** True when the vendor of the service itself publishes the server. */
  official: z.boolean(),
  /** One sentence of ours: what the server connects an agent to. */
  summary: z.string().min(1).max(300),
  repository: z.url({ protocol: /^https$/ }).optional(),
  homepage: z.url({ protocol: /^https$/ }).optional(),
  license: z
    .strictObject({
      spdx: z.string().min(1),
      /** Where the licence was read, e.g. `license field of package.json` or `LICENSE in the tarball`. */
      evidence: z.string().min(1),
    })
    .optional(),
  source: z.strictObject({
    kind: z.enum(SOURCE_KINDS),
    /** npm package name, for kind npm. */
    package: z.string().optional(),
    /** Pinned version to ingest; what was seen stands in tools.json. */
    version: z.string().optional(),
    /** Which bin of the package to run, when it has several. */
    bin: z.string().optional(),
    /** Arguments given to the server at ingest. */
    args: z.array(z.string()).optional(),
    /** Dummy values for variables the server insists on; never a real secret. */
    env: z.record(z.string(), z.string()).optional(),
    /** Small files the server insists on, laid into the folder it is started in. */
    files: z
      .record(z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/, 'use a plain file name'), z.string())
      .optional(),
    /** Dependencies to install in another version, where the wanted one cannot be had: name to version. */
    overrides: z.record(z.string(), z.string()).optional(),
    /** For http, file, jsonl, registry, config: where it was read. */
    url: z.string().optional(),
    /** For kind listing: which printed pages the text was read on, and why it is not observed. */
    note: z.string().optional(),
  }),
  /** Anything a reader of the server page must know, in our words. */
  notes: z.array(z.string()).optional(),
  /** Former ids; each leaves a redirect. */
  formerly: z.array(Id).optional(),
});
export type ServerEntry = z.infer<typeof ServerEntry>;

/** `tools.json`: what a machine observed, keys sorted, otherwise untouched. */
export const Observation = z.strictObject({
  observed: z.strictObject({
    version: z.string().nullable(),
    /** Subresource-integrity string of the tarball; null when there is none. */
    integrity: z.string().nullable(),
    date: Date_,
    protocolVersion: z.string().nullable(),
    /** How it was observed, e.g. `tools/list over stdio`, `listing`. */
    how: z.string().min(1),
    /** What the package says of its origin; absent where it was not looked at. */
    package: z
      .strictObject({
        /** `mcpName` of package.json: the name it claims in the MCP registry; null when it claims none. */
        mcpName: z.string().nullable(),
        /** The name in the registry entry that led to the package; null when none did. */
        registryName: z.string().nullable(),
        /** Whether the package registry holds a signed statement of how the package was built; null when it tells nothing of signatures. */
        attested: z.boolean().nullable(),
      })
      .optional(),
  }),
  result: z.looseObject({ tools: z.array(z.looseObject({ name: z.string() })) }),
});
export type Observation = z.infer<typeof Observation>;

/** One line of `history.jsonl`: an observation reduced to the hash of each tool. */
export const HistoryLine = z.strictObject({
  date: Date_,
  version: z.string().nullable(),
  tools: z.record(z.string(), z.string().regex(/^sha256:[0-9a-f]{64}$/)),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
