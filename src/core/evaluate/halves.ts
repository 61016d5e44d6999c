import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Rules may be tuned on one half of a labelled set; the other only measures them. */
export type Half = 'tuning' | 'validation';

/**
 * The half that a server belongs to, with all of its tools: even or odd the first 32 bits of the SHA-256 of its name.
 * Nobody chose the halves, and a server stays where it is when others are labelled.
 */
export function halfOf(server: string): Half {
  const last = sha256(utf8ToBytes(server))[3] ?? 0;
  return last % 2 === 0 ? 'tuning' : 'validation';
}
