import type { JsonValue } from '../tool/json.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { CUE } from './words/cues.ts';
import { SIGN } from './words/signs.ts';

const GAP = /[ \t\u00a0\u2000-\u200a\u3000\u2800\u3164]{50}|(?:\r?\n[ \t\u00a0\r]{0,200}){6}/;
const URGENT =
  /\b(?:IMPORTANT|CRITICAL|URGENT|WARNING|ALWAYS|NEVER|MUST|MANDATORY|REQUIRED|EXTREMELY)\b|\b(?:urgent|crucial|extremely important|mandatory)\b/g;
/** Calm words that press only when they come together. */
const PRESSING =
  /\b(?:immediately|at once|without (?:delay|exception|fail)|by order of|you must|must comply|is (?:strictly |absolutely )?mandatory|(?:of )?(?:critical|utmost|vital) importance|non-negotiable|at all costs)\b/gi;
const LONG_TEXT = 2_000;

/** TP-16, TP-17, TP-19: text pushed out of sight, text too long to be read, and shouting. */
export function layoutOf(reading: Reading): readonly Sighting[] {
  const { passage, glance } = reading;
  const isLong = passage.place === 'prose' && passage.text.length > LONG_TEXT;
  const mayBeGapped = reading.beyond || (glance.signs & SIGN.gap) !== 0;
  if (!isLong && !mayBeGapped && (glance.cues & CUE.urgent) === 0) return NOTHING;
  return [
    ...shouting(passage),
    ...(mayBeGapped ? gapIn(passage) : NOTHING),
    ...(isLong ? long(passage) : NOTHING),
  ];
}

function gapIn({ path, text }: Passage): readonly Sighting[] {
  const gap = GAP.exec(text);
  const after = gap === null ? '' : text.slice(gap.index).trimStart();
  return after === '' ? NOTHING : [{ id: 'TP-16', tier: 'soft', path, quote: after.slice(0, 60) }];
}

function long({ path, text }: Passage): Sighting[] {
  const says = `a text of ${text.length} characters`;
  return [{ id: 'TP-17', tier: 'note', path, quote: `${text.slice(0, 40)}…`, says }];
}

function shouting({ path, text }: Passage): readonly Sighting[] {
  const words = [...(text.match(URGENT) ?? []), ...(text.match(PRESSING) ?? [])];
  return words.length < 3
    ? NOTHING
    : [{ id: 'TP-19', tier: 'note', path, quote: [...new Set(words)].join(', ') }];
}

const LARGE_SCHEMA = 10_000;

/** TP-17 of a schema: `length` counts the characters of its texts; its braces and keywords count as well. */
export function schemaSize(inputSchema: JsonValue | undefined, length: number): readonly Sighting[] {
  if (length <= LARGE_SCHEMA / 4) return NOTHING;
  const all = JSON.stringify(inputSchema).length;
  if (all <= LARGE_SCHEMA) return NOTHING;
  const says = `a schema of ${all} characters`;
  return [{ id: 'TP-17', tier: 'note', path: '/inputSchema', quote: '/inputSchema', says }];
}
