import type { Effect, Flag, Risk, Signal } from '../taxonomy.ts';

/** What a combination needs to know of a tool: whose it is, and what its verdict found. */
export interface CombinedTool {
  server: string;
  tool: string;
  flags: readonly Flag[];
  effects: readonly Effect[];
  signals: readonly Signal[];
  risk: Risk | null;
}

/** One way of carrying a leg. */
interface Way {
  /** Completes "1 tool …". */
  one: string;
  /** Completes "3 tools …". */
  many: string;
  stands(tool: CombinedTool): boolean;
}

function flagged(flag: Flag, one: string, many: string): Way {
  return { one, many, stands: ({ flags }) => flags.includes(flag) };
}

/**
 * What is read can be written into an address and so carried to whoever planted it. The query of a web search is no
 * such way: it goes to the search service, and nothing in it chooses who reads it there.
 */
const requestsAddress: Way = {
  one: 'requests an address that the caller gives',
  many: 'request an address that the caller gives',
  stands: ({ effects, signals }) => effects.includes('fetch-any') && signals.includes('url'),
};

/**
 * The parts that combinations are made of. Their order is the order in which they are given up where as few tools
 * carry one as another: what acts goes first, what only reads goes last. Of the ways of a leg a tool is told by the
 * first that it has.
 */
const LEGS = {
  money: [flagged('money', 'moves money or obliges to pay', 'move money or oblige to pay')],
  outbound: [flagged('outbound', 'sends data out', 'send data out'), requestsAddress],
  code: [flagged('code', 'runs what it is given', 'run what they are given')],
  access: [flagged('access', 'changes who may do what', 'change who may do what')],
  files: [
    {
      one: 'writes files anywhere',
      many: 'write files anywhere',
      stands: ({ effects }) => effects.includes('write-any-path'),
    },
  ],
  delete: [flagged('delete', 'can delete', 'can delete')],
  private: [flagged('private', 'reads private data', 'read private data')],
  untrusted: [flagged('untrusted', 'takes in text from outsiders', 'take in text from outsiders')],
} as const satisfies Record<string, readonly Way[]>;
export type LegId = keyof typeof LEGS;
export const LEG_IDS = Object.keys(LEGS) as LegId[];

/** The tools of a leg, and what they do in words: "1 tool sends data out", "3 tools send data out or request …". */
export function carriersOf(
  leg: LegId,
  tools: readonly CombinedTool[],
): { does: string; carried: CombinedTool[] } {
  const ways: readonly Way[] = LEGS[leg];
  const carried = tools.filter((tool) => ways.some((way) => way.stands(tool)));
  const told = new Set(carried.map((tool) => ways.find((way) => way.stands(tool))));
  const words = ways
    .filter((way) => told.has(way))
    .map(({ one, many }) => (carried.length === 1 ? one : many));
  return {
    does: `${carried.length} ${carried.length === 1 ? 'tool' : 'tools'} ${words.join(' or ')}`,
    carried,
  };
}
