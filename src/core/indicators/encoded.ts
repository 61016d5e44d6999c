import type { Reading } from './reading.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { CUE } from './words/cues.ts';
import { SIGN } from './words/signs.ts';

const BLOB =
  /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,4000}={0,2}|(?:\\u[0-9a-fA-F]{4}){6,400}|(?:\\x[0-9a-fA-F]{2}){8,800}|(?:%[0-9a-fA-F]{2}){8,800}|(?:&#x?[0-9a-fA-F]{2,5};){6,400}|(?:\b[0-9a-fA-F]{2}[ ,:]){16,800}|(?:\b[01]{8}[ ,]?){8,400}/g;
/** Bytes written one by one. */
const BYTES = /(?:\b[0-9a-f]{2}[ ,:]){8}|\b[01]{8}[ ,][01]{8}/i;

const MOST = 20;

/**
 * TP-15: a run of encoded text. `speaks` tells whether decoded words hold an indicator of their own; then the
 * sighting is soft, otherwise a note. What decodes to no readable text (hashes, ids, pictures) is nothing.
 */
export function encodedIn(
  { passage: { path, text }, plain, glance }: Reading,
  speaks: (decoded: string) => boolean,
): readonly Sighting[] {
  if ((glance.cues & CUE.decoding) === 0 && !mayHoldBlob(glance.signs, text)) return NOTHING;
  for (const blob of (text.match(BLOB) ?? []).slice(0, MOST)) {
    const decoded = readings(blob).find(isReadable);
    if (decoded === undefined) continue;
    const tier = speaks(decoded) ? 'soft' : 'note';
    if (tier === 'note' && (blob.length < 40 || path.endsWith('/pattern'))) continue;
    return [{ id: 'TP-15', tier, path, quote: decoded, says: 'encoded text that reads as quoted' }];
  }
  const turned = rotated(path, plain, speaks);
  return turned.length > 0 ? turned : decoding(path, text);
}

function mayHoldBlob(signs: number, text: string): boolean {
  return (
    (signs & SIGN.longRun) !== 0 || ((signs & SIGN.digit) !== 0 && text.length >= 24 && BYTES.test(text))
  );
}

function readings(blob: string): string[] {
  if (blob.startsWith('\\u')) return [codes(blob.split('\\u').slice(1), 16)];
  if (blob.startsWith('\\x')) return [codes(blob.split('\\x').slice(1), 16)];
  if (blob.startsWith('%')) return [codes(blob.split('%').slice(1), 16)];
  if (blob.startsWith('&#x')) return [codes(blob.split(/&#x|;/).filter(Boolean), 16)];
  if (blob.startsWith('&#')) return [codes(blob.split(/&#|;/).filter(Boolean), 10)];
  if (/^[01]{8}[ ,01]/.test(blob)) return [codes(blob.match(/[01]{8}/g) ?? [], 2)];
  if (/^[0-9a-f]{2}[ ,:]/i.test(blob)) return [codes(blob.match(/[0-9a-f]{2}/gi) ?? [], 16)];
  if (/^(?:[0-9a-f]{2})+$/i.test(blob)) return [codes(blob.match(/../g) ?? [], 16)];
  return [fromBase64(blob)];
}

function codes(parts: readonly string[], radix: number): string {
  return parts.map((part) => String.fromCharCode(Number.parseInt(part, radix) & 0xffff)).join('');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

function fromBase64(blob: string): string {
  let [bits, held, out] = [0, 0, ''];
  for (const digit of blob.replaceAll('-', '+').replaceAll('_', '/')) {
    const value = VALUES.get(digit);
    if (value === undefined) break;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += String.fromCharCode((bits >> held) & 0xff);
  }
  return out;
}

/** Text, rather than bytes that happen to be printable: words with spaces between them. */
function isReadable(text: string): boolean {
  return (
    text.length >= 12 &&
    /^[\n\t\r -~\u00a0-\uffff]*$/.test(text) &&
    /[A-Za-z]{3,} [A-Za-z]{2,}/.test(text) &&
    !/[\u0080-\u00bf]{3}/.test(text)
  );
}

const ROTATED = /vtaber|qvfertneq|vafgehpgvba|cerivbhf|frperg|\brot-?13\b/i;

function rotated(path: string, plain: string, speaks: (decoded: string) => boolean): readonly Sighting[] {
  if (!ROTATED.test(plain)) return NOTHING;
  const turned = plain
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
  if (!speaks(turned)) return NOTHING;
  return [
    {
      id: 'TP-15',
      tier: 'soft',
      path,
      quote: turned,
      says: 'text turned by 13 letters that reads as quoted',
    },
  ];
}

const DECODING =
  /\b(?:atob|fromCharCode|b64decode)\s?\(|\bdecode (?:this|the following|it)[^.\n]{0,60}(?:and|then) (?:follow|execute|run|obey|do)/i;

function decoding(path: string, text: string): readonly Sighting[] {
  const match = DECODING.exec(text);
  return match === null
    ? NOTHING
    : [{ id: 'TP-15', tier: 'soft', path, quote: match[0], says: 'a call to decode text' }];
}
