import type { ApiSchema } from '../../schemas/api/api-schemas.ts';

/** What stands in braces in an address. */
export const PARAMETERS = {
  server: 'Id of a server, as in servers.json.',
  tool: 'Address segment of a tool: its name where that is safe in an address, else made from it. Take addresses from an index instead of building them.',
  level: 'critical, high, medium, low or unrated.',
  prefix: 'The first two hexadecimal digits of the hash, after "sha256:".',
  namespace: 'The scope of an npm package with its at sign, as it is or written as %40.',
  name: 'Name of the package without its scope.',
  attack: 'Id of an attack pattern, as in attacks.json.',
  schema: 'Name of a JSON Schema.',
} as const;
export type Parameter = keyof typeof PARAMETERS;

/** A file, or a family of files, that programs may rely on. The OpenAPI document, /api/ and llms.txt are made of these. */
export interface Endpoint {
  /** Permanent name. */
  id: string;
  path: string;
  type: string;
  what: string;
  /** Of JSON; a file without one is described in words. */
  schema?: ApiSchema;
}

const JSON_TYPE = 'application/json';
const CSV = 'text/csv';
const ATOM = 'application/atom+xml';
const FEED = 'application/feed+json';
const SVG = 'image/svg+xml';
const MARKDOWN = 'text/markdown';

export const GROUPS: readonly { id: string; title: string; endpoints: readonly Endpoint[] }[] = [
  {
    id: 'look-up',
    title: 'Look up',
    endpoints: [
      {
        id: 'listTools',
        path: '/api/v1/index.json',
        type: JSON_TYPE,
        schema: 'tool-index',
        what: 'All tools: id, address, category, risk, confidence, effects, flags and definition hash of each.',
      },
      {
        id: 'getTool',
        path: '/tools/{server}/{tool}/index.json',
        type: JSON_TYPE,
        schema: 'tool-record',
        what: 'One tool whole: definition, verdict with its reasons, policy for it alone, questions, findings. The twin of its page.',
      },
      {
        id: 'getToolMarkdown',
        path: '/tools/{server}/{tool}/index.md',
        type: MARKDOWN,
        what: 'The same to read, with policies for several clients.',
      },
      {
        id: 'listServers',
        path: '/api/v1/servers.json',
        type: JSON_TYPE,
        schema: 'server-index',
        what: 'All servers: identity, version, levels of their tools.',
      },
      {
        id: 'getServer',
        path: '/api/v1/servers/{server}.json',
        type: JSON_TYPE,
        schema: 'server-record',
        what: 'One server: identity, licence, every tool with its verdict, what changed and when.',
      },
      {
        id: 'getServerMarkdown',
        path: '/servers/{server}/index.md',
        type: MARKDOWN,
        what: 'One server to read, with one policy for all of its tools.',
      },
      {
        id: 'getServerPolicies',
        path: '/servers/{server}/policies.md',
        type: MARKDOWN,
        what: 'That policy in the form of every client and gateway.',
      },
      {
        id: 'listPackages',
        path: '/api/v1/identifiers/purl/index.json',
        type: JSON_TYPE,
        schema: 'purl-index',
        what: 'Every package that a catalogued server is published as, by its package URL.',
      },
      {
        id: 'getPackage',
        path: '/api/v1/identifiers/purl/npm/{name}.json',
        type: JSON_TYPE,
        schema: 'purl-lookup',
        what: 'The servers of an npm package without a scope. The address is the package URL without "pkg:" and without its version, then ".json".',
      },
      {
        id: 'getScopedPackage',
        path: '/api/v1/identifiers/purl/npm/{namespace}/{name}.json',
        type: JSON_TYPE,
        schema: 'purl-lookup',
        what: 'The same for a package with a scope: pkg:npm/%40stripe/mcp@0.2.5 is at npm/@stripe/mcp.json, or with %40 for the at sign.',
      },
      {
        id: 'getHashes',
        path: '/api/v1/hashes/{prefix}.json',
        type: JSON_TYPE,
        schema: 'hash-shard',
        what: 'Definitions by hash, former ones included: whether what a server just answered was ever observed, of which tool and when. There are 256 of these files, so a hash that is missing from its file is unknown.',
      },
    ],
  },
  {
    id: 'attacks',
    title: 'Attack patterns',
    endpoints: [
      {
        id: 'listAttacks',
        path: '/api/v1/attacks.json',
        type: JSON_TYPE,
        schema: 'attack-list',
        what: 'All attack patterns with the predicate that decides which tools meet them, and how many do.',
      },
      {
        id: 'getAttack',
        path: '/api/v1/attacks/{attack}.json',
        type: JSON_TYPE,
        schema: 'attack-record',
        what: 'One pattern: mechanism, signs, dated incidents with sources, ids in other frameworks, what blunts it, and every tool that meets it.',
      },
      {
        id: 'getAttackLayer',
        path: '/api/v1/attacks/navigator-layer.json',
        type: JSON_TYPE,
        schema: 'attack-layer',
        what: 'A layer for the Navigator of MITRE ATLAS (layer format 4.5): techniques scored by how many tools meet a pattern that names them.',
      },
    ],
  },
  {
    id: 'bulk',
    title: 'Take everything',
    endpoints: [
      {
        id: 'downloadTools',
        path: '/api/v1/tools.jsonl.gz',
        type: 'application/gzip',
        what: 'Every tool record, one JSON object a line, compressed. Each line is what the JSON twin of the tool holds.',
      },
      {
        id: 'downloadTable',
        path: '/api/v1/tools.csv',
        type: CSV,
        what: 'All tools as a table (RFC 4180). A cell that a spreadsheet would compute begins with an apostrophe, and hidden characters are spelled out; exact names are in the JSON.',
      },
      {
        id: 'downloadModified',
        path: '/api/v1/modified.csv',
        type: CSV,
        what: 'date, id and address of every tool, newest change first: read until a date you know. A tool that left has no address; one whose date is not known stands at the end without one.',
      },
    ],
  },
  {
    id: 'follow',
    title: 'Follow',
    endpoints: [
      {
        id: 'feedAtom',
        path: '/changes/feed.atom',
        type: ATOM,
        what: 'What appeared, changed and left, as Atom.',
      },
      {
        id: 'feedJson',
        path: '/changes/feed.json',
        type: FEED,
        schema: 'json-feed',
        what: 'The same as JSON Feed 1.1.',
      },
      {
        id: 'serverFeedAtom',
        path: '/servers/{server}/feed.atom',
        type: ATOM,
        what: 'Changes of one server.',
      },
      {
        id: 'serverFeedJson',
        path: '/servers/{server}/feed.json',
        type: FEED,
        schema: 'json-feed',
        what: 'The same as JSON Feed 1.1.',
      },
      {
        id: 'levelFeedAtom',
        path: '/risk/{level}/feed.atom',
        type: ATOM,
        what: 'Changes of tools of one level, as they are rated now.',
      },
      {
        id: 'levelFeedJson',
        path: '/risk/{level}/feed.json',
        type: FEED,
        schema: 'json-feed',
        what: 'The same as JSON Feed 1.1.',
      },
    ],
  },
  {
    id: 'show',
    title: 'Show',
    endpoints: [
      {
        id: 'toolBadge',
        path: '/tools/{server}/{tool}/badge.svg',
        type: SVG,
        what: 'A badge with the level of a tool: word, shape and colour.',
      },
      {
        id: 'serverBadge',
        path: '/servers/{server}/badge.svg',
        type: SVG,
        what: 'A badge with the highest level of a server and how many tools it has.',
      },
      {
        id: 'serverCard',
        path: '/servers/{server}/card.svg',
        type: SVG,
        what: 'A card with the levels of all tools of a server, for a page or a README.',
      },
    ],
  },
  {
    id: 'describe',
    title: 'Describe',
    endpoints: [
      {
        id: 'getOpenApi',
        path: '/api/v1/openapi.json',
        type: JSON_TYPE,
        what: 'This list as an OpenAPI 3.1 document.',
      },
      {
        id: 'getRules',
        path: '/api/v1/rules.json',
        type: JSON_TYPE,
        what: 'Every rule and lexicon, from which the same verdicts come; their shape may change with the classifier.',
      },
      {
        id: 'getSchema',
        path: '/api/v1/schemas/{schema}.json',
        type: JSON_TYPE,
        what: 'JSON Schemas of these files, of the files of the catalogue, and of what the commands print.',
      },
      {
        id: 'getLlmsText',
        path: '/llms.txt',
        type: 'text/plain',
        what: 'What the site holds and where, for a language model.',
      },
      {
        id: 'getOpenSearch',
        path: '/opensearch.xml',
        type: 'application/opensearchdescription+xml',
        what: 'How a browser searches the catalogue.',
      },
    ],
  },
];

export const ENDPOINTS: readonly Endpoint[] = GROUPS.flatMap(({ endpoints }) => endpoints);

/** What stands in braces in an address, in order. */
export function parametersOf({ path }: Endpoint): Parameter[] {
  return [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name as Parameter);
}
