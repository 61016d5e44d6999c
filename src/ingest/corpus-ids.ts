import { createHash } from 'node:crypto';

/**
 * Ids for servers known only by a name: lower-case words with hyphens. Where several names give the same id
 * (or none), each but an exact match gets a suffix made from the name itself, so order never matters.
 */
export function serverIds(names: readonly string[]): Map<string, string> {
  const sharing = new Map<string, number>();
  for (const name of names) sharing.set(wordsOf(name), (sharing.get(wordsOf(name)) ?? 0) + 1);
  return new Map(
    names.map((name) => {
      const words = wordsOf(name);
      const isPlain = words !== '' && (sharing.get(words) === 1 || words === name);
      return [name, isPlain ? words : `${words || 'server'}-${suffixOf(name)}`];
    }),
  );
}

function wordsOf(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return words.slice(0, 80).replace(/-$/, '');
}

function suffixOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
