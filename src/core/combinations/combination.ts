import { heightOf } from '../taxonomy.ts';
import { type CombinedTool, carriersOf, type LegId } from './legs.ts';
import { PATTERN_IDS, PATTERNS, type PatternId } from './patterns.ts';

/** A tool by its name on its server. */
export interface ToolRef {
  server: string;
  tool: string;
}

/** A pattern whose every leg some tool carries. */
export interface Combination {
  pattern: PatternId;
  title: string;
  harm: string;
  /**
   * Each with all the tools that carry it, riskiest first, then in the order given; a tool may carry several.
   * `does`: how many they are and what they do, as "2 tools read private data".
   */
  legs: { leg: LegId; does: string; tools: ToolRef[] }[];
  /** Servers that have every leg by themselves, in the order given. Empty: only together do the servers form it. */
  within: string[];
}

/**
 * Every combination that some tools form, worst first, over one server or over a whole stack. Tools of one name on
 * one server count as one that does what either does: a client cannot tell them apart. Sorts the tools once.
 */
export function combinationsIn(tools: readonly CombinedTool[]): Combination[] {
  const once = mergedByName(tools).toSorted((a, b) => heightOf(b.risk) - heightOf(a.risk));
  return PATTERN_IDS.flatMap((pattern): Combination[] => {
    const { title, harm, legs: wanted } = PATTERNS[pattern];
    const carriers = wanted.map((leg) => ({ leg, ...carriersOf(leg, once) }));
    if (carriers.some(({ carried }) => carried.length === 0)) return [];
    const servers = carriers.map(({ carried }) => new Set(carried.map(({ server }) => server)));
    const [first = new Set<string>()] = servers;
    const legs = carriers.map(({ leg, does, carried }) => ({ leg, does, tools: carried.map(refOf) }));
    const within = [...first].filter((server) => servers.every((set) => set.has(server)));
    return [{ pattern, title, harm, legs, within }];
  });
}

/** One text for one tool of one server, whatever characters its name has. */
export function keyOf({ server, tool }: ToolRef): string {
  return JSON.stringify([server, tool]);
}

function mergedByName(tools: readonly CombinedTool[]): CombinedTool[] {
  const byName = new Map<string, CombinedTool>();
  for (const tool of tools) {
    const known = byName.get(keyOf(tool));
    byName.set(keyOf(tool), known === undefined ? tool : union(known, tool));
  }
  return [...byName.values()];
}

function union(one: CombinedTool, other: CombinedTool): CombinedTool {
  return {
    ...one,
    flags: [...one.flags, ...other.flags],
    effects: [...one.effects, ...other.effects],
    signals: [...one.signals, ...other.signals],
    risk: heightOf(other.risk) > heightOf(one.risk) ? other.risk : one.risk,
  };
}

function refOf({ server, tool }: CombinedTool): ToolRef {
  return { server, tool };
}
