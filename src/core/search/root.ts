import { CATEGORIES, FLAG_IDS, RISKS } from '../taxonomy.ts';

/** Values of a facet as the index numbers them; strongest first, as they are listed. */
export const RISK_WORDS: readonly string[] = [...RISKS.toReversed(), 'Unrated'];
export const CATEGORY_WORDS: readonly string[] = [...CATEGORIES.toReversed(), 'Unclassified'];
export const FLAG_WORDS: readonly string[] = FLAG_IDS;

/** The trees of words: whole names in lower case, words of names, words of descriptions. */
export const TREES = ['names', 'words', 'texts'] as const;
export type Tree = (typeof TREES)[number];

/** Tools whose names stand in one file. */
export const ROWS = 128;

/** `[risk, category, flags]`: numbers of words above, the flags as bits. Few kinds of tools differ in these. */
export type Kind = [risk: number, category: number, flags: number];

/**
 * `/search/root.json`, the one file that every search loads. Tools are numbered in the order of the servers; all that
 * filters and counts need of a tool is here, in two or three characters.
 */
export interface SearchRoot {
  /** Folder of all other files below `/search/`: a digest of what is in them, so that no cache mixes two builds. */
  folder: string;
  servers: [id: string, title: string, tools: number][];
  kinds: Kind[];
  /** Two digits of {@link DIGITS} for each tool: the number of its kind. */
  kindOf: string;
  /** One digit for each tool: of how many words its name is, at most 9. */
  lengths: string;
  /** The first word of each shard of each tree. */
  trees: Record<Tree, string[]>;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A number below 4096 as two digits. */
export function twoDigits(number: number): string {
  return (DIGITS[number >> 6] ?? '') + (DIGITS[number & 63] ?? '');
}

/** What the root says of each tool, unpacked. */
export interface Columns {
  tools: number;
  /** Number of the kind of each tool. */
  kindOf: Uint16Array;
  lengths: Uint8Array;
  /** Number of the server of each tool. */
  serverOf: Uint16Array;
  /** Number of the first tool of each server, and the end of the last. */
  starts: number[];
}

/** Unpacks the root. Linear in the tools. */
export function columnsOf({ servers, kindOf, lengths }: SearchRoot): Columns {
  const tools = lengths.length;
  const digit = new Map([...DIGITS].map((character, value) => [character.charCodeAt(0), value]));
  const at = (index: number): number => digit.get(kindOf.charCodeAt(index)) ?? 0;
  const starts = [0];
  const serverOf = new Uint16Array(tools);
  for (const [number, [, , held]] of servers.entries()) {
    const start = starts[number] ?? 0;
    serverOf.fill(number, start, start + held);
    starts.push(start + held);
  }
  return {
    tools,
    kindOf: Uint16Array.from({ length: tools }, (_, tool) => at(2 * tool) * 64 + at(2 * tool + 1)),
    lengths: Uint8Array.from({ length: tools }, (_, tool) => lengths.charCodeAt(tool) - 48),
    serverOf,
    starts,
  };
}
