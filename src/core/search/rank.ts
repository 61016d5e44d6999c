import type { Columns } from './root.ts';
import { rootOf } from './search-words.ts';
import type { Entry } from './tree.ts';

/** How well one typed word fits a tool, from nothing to a word of its name. */
export const LEVEL = {
  textBeginning: 1,
  text: 2,
  server: 4,
  nameRoot: 6,
  serverName: 7,
  nameBeginning: 9,
  name: 12,
} as const;

/** How well a typed word fits the words of a server, 0 where it does not: called so it is before other forms in names. */
export function serverLevel(words: readonly string[], typed: string): number {
  if (words.includes(typed)) return LEVEL.serverName;
  const root = rootOf(typed);
  return words.some((word) => word.startsWith(root)) ? LEVEL.server : 0;
}

/** Over any sum of levels: tools called as was typed, and tools whose name goes on from there. */
const CALLED = 10_000;
const BEGINS = 1_000;

/** The best level of one typed word at each tool. */
export class Fit {
  readonly levels: Uint8Array;

  constructor(tools: number) {
    this.levels = new Uint8Array(tools);
  }

  raise(tools: Iterable<number>, level: number): void {
    for (const tool of tools) if ((this.levels[tool] ?? 0) < level) this.levels[tool] = level;
  }

  raiseRange(from: number, end: number, level: number): void {
    for (let tool = from; tool < end; tool++) if ((this.levels[tool] ?? 0) < level) this.levels[tool] = level;
  }
}

/** A score for each tool at which every word fits, 0 for all others; every tool scores 1 where there are no words. */
export function scoresOf(tools: number, fits: readonly Fit[]): Uint16Array {
  const scores = new Uint16Array(tools);
  for (let tool = 0; tool < tools; tool++) {
    let score = 1;
    for (const { levels } of fits) {
      const level = levels[tool] ?? 0;
      if (level === 0) {
        score = 0;
        break;
      }
      score += level;
    }
    scores[tool] = score;
  }
  return scores;
}

/** Lifts tools by their whole names in lower case. `goesOn`: whether a name that goes on counts as well. */
export function liftNames(
  scores: Uint16Array,
  names: readonly Entry[],
  typed: string,
  goesOn: boolean,
): void {
  for (const [name, tools] of names) {
    const lift = name === typed ? CALLED : goesOn && name.startsWith(typed) ? BEGINS : 0;
    if (lift > 0) for (const tool of tools) scores[tool] = Math.max(lift, (scores[tool] ?? 0) + lift);
  }
}

/** Whether a score is that of a tool called exactly as was typed, in any letter case. */
export function isCalled(score: number): boolean {
  return score >= CALLED;
}

const STEP = 2 ** 21;

/** Best score first, then names of fewer words, then the order of the servers. */
export function ranked(tools: readonly number[], scores: Uint16Array, { lengths }: Columns): number[] {
  const keys = Float64Array.from(
    tools,
    (tool) => ((0xffff - (scores[tool] ?? 0)) * 16 + (lengths[tool] ?? 0)) * STEP + tool,
  );
  return Array.from(keys.sort(), (key) => key % STEP);
}
