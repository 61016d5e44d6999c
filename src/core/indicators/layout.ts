import type { Passage } from './passages.ts';
import type { Sighting } from './sighting.ts';

const GAP = /[ \t\u00a0\u2000-\u200a\u3000\u2800\u3164]{50}|(?:\r?\n[ \t\u00a0\r]{0,200}){6}/;
const URGENT =
  /\b(?:IMPORTANT|CRITICAL|URGENT|WARNING|ALWAYS|NEVER|MUST|MANDATORY|REQUIRED|EXTREMELY)\b|\b(?:urgent|crucial|extremely important|mandatory)\b/g;
const LONG_TEXT = 2_000;

/** TP-16, TP-17, TP-19: text pushed out of sight, text too long to be read, and shouting. */
export function layoutOf({ path, text, place }: Passage): Sighting[] {
  if (text.length < 12) return shouting(path, text);
  const found = shouting(path, text);
  const gap = GAP.exec(text);
  if (gap !== null) {
    const after = text.slice(gap.index).trimStart();
    if (after !== '') found.push({ id: 'TP-16', tier: 'soft', path, quote: after.slice(0, 60) });
  }
  if (place === 'prose' && text.length > LONG_TEXT)
    found.push({
      id: 'TP-17',
      tier: 'note',
      path,
      quote: `${text.slice(0, 40)}…`,
      says: `a text of ${text.length} characters`,
    });
  return found;
}

function shouting(path: string, text: string): Sighting[] {
  const words = text.match(URGENT);
  return words === null || words.length < 3
    ? []
    : [{ id: 'TP-19', tier: 'note', path, quote: [...new Set(words)].join(', ') }];
}

const LARGE_SCHEMA = 10_000;

/** TP-17 of a schema: counted over its texts, since nobody reads the braces. */
export function schemaSize(passages: readonly Passage[]): Sighting[] {
  let length = 0;
  for (const { text, path } of passages) if (path.startsWith('/inputSchema')) length += text.length;
  if (length <= LARGE_SCHEMA) return [];
  const says = `a schema of ${length} characters of text`;
  return [{ id: 'TP-17', tier: 'note', path: '/inputSchema', quote: '/inputSchema', says }];
}
