import { z } from 'zod';
import { RISKS } from '../../taxonomy.ts';
import { Address, Day, Judged, Level } from './judged.ts';

const Count = z.int().min(0);
const Levels = z
  .object({ Critical: Count, High: Count, Medium: Count, Low: Count, Unrated: Count })
  .describe('how many tools of each level');

/** A server as lists of servers give it. */
export const ServerLine = z.object({
  id: z.string(),
  url: Address.describe('the whole record of the server'),
  page: Address,
  title: z.string(),
  vendor: z.string(),
  official: z.boolean().describe('true when the vendor of the service itself publishes the server'),
  summary: z.string(),
  purl: z.string().nullable().describe('package URL without a version; null where no package is known'),
  version: z.string().nullable(),
  observed: Day.nullable().describe('date of the observation; null where it is not known'),
  toolCount: Count,
  highest: z.enum(RISKS).nullable().describe('highest level of a tool; null where none is rated'),
  levels: Levels,
});

/** `/api/v1/servers.json`. */
export const ServerIndex = z.object({ version: z.literal('1'), servers: z.array(ServerLine) });

/** `/api/v1/servers/<id>.json`. */
export const ServerRecord = ServerLine.extend({
  repository: z.url().nullable(),
  homepage: z.url().nullable(),
  license: z.object({ spdx: z.string(), evidence: z.string() }).nullable(),
  formerly: z.array(z.string()).describe('former ids; their addresses lead here'),
  tools: z.array(Judged),
  links: z.object({
    markdown: Address,
    policyRecords: Address.describe('what should happen to each tool, from which all client forms are made'),
    atom: Address,
    jsonFeed: Address,
    badge: Address,
    card: Address,
  }),
  changes: z
    .array(
      z.object({
        place: z.int().min(1).describe('place of the observation in the history'),
        date: Day,
        version: z.string().nullable(),
        first: z.boolean(),
        appeared: z.array(z.string()),
        changed: z.array(z.string()),
        left: z.array(z.string()),
      }),
    )
    .describe('observations that differ from the one before, oldest first'),
});

/** `/api/v1/identifiers/purl/index.json`. */
export const PurlIndex = z.object({
  version: z.literal('1'),
  purls: z.array(z.object({ purl: z.string(), url: Address })),
});

/** `/api/v1/identifiers/purl/<type>/<name>.json`: the servers that are published as one package. */
export const PurlLookup = z.object({
  version: z.literal('1'),
  purl: z.string(),
  servers: z.array(ServerLine),
});

/** `/api/v1/hashes/<prefix>.json`: definitions by their hash. */
export const HashShard = z.object({
  version: z.literal('1'),
  prefix: z.string().regex(/^[0-9a-f]{2}$/),
  hashes: z
    .record(
      z.string().regex(/^sha256:[0-9a-f]{64}$/),
      z.array(
        z.object({
          id: z.string().describe('server id, a slash, and the exact name of the tool'),
          url: Address.nullable().describe(
            'the record of the tool; null where the server lists it no longer',
          ),
          risk: Level.describe(
            'of the definition that is served now; null for a former one, and where it is unrated',
          ),
          current: z
            .boolean()
            .describe('false: the server was last seen with this definition at the date given'),
          date: Day.nullable(),
          version: z.string().nullable(),
        }),
      ),
    )
    .describe('a hash that is not here was never observed'),
});
