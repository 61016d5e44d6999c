import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What a folder name and a URL segment may hold everywhere without encoding. */
const PLAIN = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}$/;

/** Device names that Windows gives no file, with any extension. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Files that stand beside the folders of tools. */
const TAKEN = new Set(['index.html', 'index.json', 'index.md']);

/**
 * The folder and URL segment of each tool of one server, in the order of `names`.
 * A name that is safe as it is stays; any other becomes a readable remnant with a hash of the whole name.
 * Of names that differ only by letter case the all-lower-case one keeps its form. A name given twice gets
 * a segment of its own each time. Depends on the set of names, never on their order (repeats aside).
 */
export function slugsOf(names: readonly string[]): string[] {
  const keeper = keepers(names);
  const used = new Set(keeper.keys());
  const derived = new Map<string, string>();
  const identities = identitiesOf(names);
  const others = identities.filter(
    ({ name, identity }) => identity !== name || keeper.get(name.toLowerCase()) !== name,
  );
  for (const { name, identity } of others.toSorted((a, b) => (a.identity < b.identity ? -1 : 1))) {
    const slug = freeSlug(name, identity, used);
    used.add(slug.toLowerCase());
    derived.set(identity, slug);
  }
  return identities.map(({ name, identity }) => derived.get(identity) ?? name);
}

/** Lower-cased name → the one name that may keep its form. */
function keepers(names: readonly string[]): Map<string, string> {
  const candidates = new Map<string, Set<string>>();
  for (const name of names) {
    if (!isSafe(name)) continue;
    const folded = name.toLowerCase();
    const group = candidates.get(folded);
    if (group === undefined) candidates.set(folded, new Set([name]));
    else group.add(name);
  }
  const keeper = new Map<string, string>();
  for (const [folded, group] of candidates) {
    const [only] = group;
    if (group.has(folded)) keeper.set(folded, folded);
    else if (group.size === 1 && only !== undefined) keeper.set(folded, only);
  }
  return keeper;
}

function isSafe(name: string): boolean {
  return PLAIN.test(name) && !name.endsWith('.') && !DEVICE.test(name) && !TAKEN.has(name.toLowerCase());
}

/** The name itself, or for a repeat the name with its number behind a character that ends no real name. */
function identitiesOf(names: readonly string[]): { name: string; identity: string }[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const repeat = seen.get(name) ?? 0;
    seen.set(name, repeat + 1);
    return { name, identity: repeat === 0 ? name : `${name}\u0000${repeat}` };
  });
}

function freeSlug(name: string, identity: string, used: ReadonlySet<string>): string {
  const hash = bytesToHex(sha256(utf8ToBytes(identity.isWellFormed() ? identity : JSON.stringify(identity))));
  const remnant = name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9_]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  for (const length of [8, 16, 32]) {
    const slug = `${remnant === '' ? 'tool' : remnant}-${hash.slice(0, length)}`;
    if (!used.has(slug.toLowerCase())) return slug;
  }
  return `tool-${hash}`;
}
