import type { JsonValue } from './json.ts';
import { INTERNAL } from './quality.ts';

/** What a look at every character of a definition shows. */
export interface Texture {
  /** Printable ASCII, newlines and tabs: nothing that could hide. */
  isPlain: boolean;
  /** Some key belongs to a schema library. */
  hasInternals: boolean;
}

/** Looks at every text and key of a value once; builds nothing. */
export function textureOf(value: JsonValue): Texture {
  const texture: Texture = { isPlain: true, hasInternals: false };
  look(value, texture);
  return texture;
}

function look(value: JsonValue, texture: Texture): void {
  if (typeof value === 'string') {
    if (texture.isPlain && !isAscii(value)) texture.isPlain = false;
  } else if (Array.isArray(value)) for (const item of value) look(item, texture);
  else if (typeof value === 'object' && value !== null) lookAtKeys(value, texture);
}

function lookAtKeys(value: { [key: string]: JsonValue }, texture: Texture): void {
  for (const key in value) {
    if (INTERNAL.has(key)) texture.hasInternals = true;
    look(key, texture);
    look(value[key] ?? null, texture);
  }
}

const BEYOND_ASCII = /[^\n\t -~]/;
const SHORT = 24;

/** Starting the regular expression costs more than a short text does. */
function isAscii(text: string): boolean {
  if (text.length > SHORT) return !BEYOND_ASCII.test(text);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || (code < 32 && code !== 9 && code !== 10)) return false;
  }
  return true;
}
