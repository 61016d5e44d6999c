/** Words of one letter would part anything. */
const SHORTEST = 2;
const MOST_PARTS = 4;

/**
 * The ways to part a text into known words, as `createrefund` into create and refund: those of fewest words first, and
 * of these the ones with a longer first word. `known` gives the known words that begin with two letters. A text that is
 * a known word itself is no case for this.
 */
export async function partings(
  text: string,
  known: (beginning: string) => Promise<readonly string[]>,
): Promise<string[][]> {
  const ways = await part(text, MOST_PARTS, known);
  return ways.filter((words) => words.length > 1).sort((a, b) => a.length - b.length);
}

async function part(
  rest: string,
  most: number,
  known: (beginning: string) => Promise<readonly string[]>,
): Promise<string[][]> {
  if (rest === '') return [[]];
  if (most === 0 || rest.length < SHORTEST) return [];
  const heads = (await known(rest.slice(0, SHORTEST))).filter(
    (word) => word.length >= SHORTEST && rest.startsWith(word),
  );
  heads.sort((a, b) => b.length - a.length);
  const ways = heads.map(async (head) => {
    const tails = await part(rest.slice(head.length), most - 1, known);
    return tails.map((tail) => [head, ...tail]);
  });
  return (await Promise.all(ways)).flat();
}
