/** A word and the numbers of the tools that have it, ascending. */
export type Entry = [word: string, tools: number[]];

/**
 * Cuts sorted words into shards of about `characters` each. Numbers are written as distances from the one before, which
 * compress to less than a byte each. A shard has at least one word, however many tools have it.
 */
export function shardsOf(entries: readonly Entry[], characters: number): { first: string; text: string }[] {
  const shards: { first: string; parts: string[]; length: number }[] = [];
  for (const [word, tools] of entries) {
    const part = `[${JSON.stringify(word)},${JSON.stringify(distances(tools))}]`;
    const last = shards.at(-1);
    if (last !== undefined && last.length + part.length <= characters) {
      last.parts.push(part);
      last.length += part.length;
    } else shards.push({ first: word, parts: [part], length: part.length });
  }
  return shards.map(({ first, parts }) => ({ first, text: `[${parts.join(',')}]` }));
}

function distances(tools: readonly number[]): number[] {
  return tools.map((tool, index) => tool - (tools[index - 1] ?? 0));
}

/** The words of a shard as they were; what is not of its form reads as no words. */
export function readShard(shard: unknown): Entry[] {
  if (!Array.isArray(shard)) return [];
  return shard.map(([word, steps]: Entry): Entry => {
    let tool = 0;
    return [
      word,
      steps.map((step) => {
        tool += step;
        return tool;
      }),
    ];
  });
}

/** The shards that can hold words which begin with `prefix`: from the first number up to the second, excluded. */
export function shardRange(firsts: readonly string[], prefix: string): [from: number, end: number] {
  const from = Math.max(0, countBelow(firsts, (first) => first <= prefix) - 1);
  const end = countBelow(firsts, (first) => first < prefix || first.startsWith(prefix));
  return [from, Math.max(end, Math.min(firsts.length, from + 1))];
}

/** How many of the sorted words fulfil a condition that holds for a beginning of them. */
function countBelow(words: readonly string[], holds: (word: string) => boolean): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(words[middle] ?? '')) low = middle + 1;
    else high = middle;
  }
  return low;
}
