import type { Effect, Flag } from '../taxonomy.ts';

/** What a combination needs to know of a tool: whose it is, and what its verdict found. */
export interface CombinedTool {
  server: string;
  tool: string;
  flags: readonly Flag[];
  effects: readonly Effect[];
}

interface Leg {
  /** Completes "1 tool …". */
  one: string;
  /** Completes "3 tools …". */
  many: string;
  stands(tool: CombinedTool): boolean;
}

function flagged(flag: Flag, one: string, many: string): Leg {
  return { one, many, stands: ({ flags }) => flags.includes(flag) };
}

/**
 * The parts that combinations are made of. Their order is the order in which they are given up where as few tools
 * carry one as another: what acts goes first, what only reads goes last.
 */
export const LEGS = {
  money: flagged('money', 'moves money or obliges to pay', 'move money or oblige to pay'),
  outbound: flagged('outbound', 'sends data out', 'send data out'),
  code: flagged('code', 'runs what it is given', 'run what they are given'),
  access: flagged('access', 'changes who may do what', 'change who may do what'),
  files: {
    one: 'writes files anywhere',
    many: 'write files anywhere',
    stands: ({ effects }) => effects.includes('write-any-path'),
  },
  delete: flagged('delete', 'can delete', 'can delete'),
  private: flagged('private', 'reads private data', 'read private data'),
  untrusted: flagged('untrusted', 'takes in text from outsiders', 'take in text from outsiders'),
} as const satisfies Record<string, Leg>;
export type LegId = keyof typeof LEGS;
export const LEG_IDS = Object.keys(LEGS) as LegId[];
