import { fold } from './fold.ts';
import type { Passage } from './passages.ts';
import type { Sighting } from './sighting.ts';

const BLOB =
  /[A-Za-z0-9+/_-]{24,4000}={0,2}|(?:\\u[0-9a-fA-F]{4}){6,400}|(?:\\x[0-9a-fA-F]{2}){8,800}|(?:%[0-9a-fA-F]{2}){8,800}|(?:&#x?[0-9a-fA-F]{2,5};){6,400}|(?:\b[0-9a-fA-F]{2}[ ,:]){16,800}|(?:\b[01]{8}[ ,]?){8,400}/g;
/** One cheap look: a long run without spaces, bytes one after the other, or a word that speaks of codes. */
const MAY_BE_ENCODED =
  /\S{24}|(?:[0-9a-fA-F]{2}[ ,:]){8}|[01]{8}[ ,][01]{8}|atob|fromCharCode|b64|[Dd]ecode|[Rr][Oo][Tt]-?13|[Vv]tabe|[Vv]afgeh|[Dd]vfertn|cerivbhf|frperg/;

const MOST = 20;

/**
 * TP-15: a run of encoded text. `speaks` tells whether decoded words hold an indicator of their own; then the
 * sighting is soft, otherwise a note. What decodes to no readable text (hashes, ids, pictures) is nothing.
 */
export function encodedIn({ path, text }: Passage, speaks: (decoded: string) => boolean): Sighting[] {
  if (text.length < 24 || !MAY_BE_ENCODED.test(text)) return [];
  const found: Sighting[] = [];
  for (const blob of (text.match(BLOB) ?? []).slice(0, MOST)) {
    const decoded = readings(blob).find(isReadable);
    if (decoded === undefined) continue;
    const tier = speaks(decoded) ? 'soft' : 'note';
    if (tier === 'note' && (blob.length < 40 || path.endsWith('/pattern'))) continue;
    found.push({ id: 'TP-15', tier, path, quote: decoded, says: 'encoded text that reads as quoted' });
  }
  if (found.length === 0) found.push(...rotated(path, text, speaks), ...decoding(path, text));
  return found.slice(0, 1);
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

function rotated(path: string, text: string, speaks: (decoded: string) => boolean): Sighting[] {
  if (!ROTATED.test(text)) return [];
  const turned = fold(text).text.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97),
  );
  if (!speaks(turned)) return [];
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

function decoding(path: string, text: string): Sighting[] {
  const match = DECODING.exec(text);
  return match === null
    ? []
    : [{ id: 'TP-15', tier: 'soft', path, quote: match[0], says: 'a call to decode text' }];
}
