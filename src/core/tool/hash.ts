import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { isObject, type JsonObject, type JsonValue } from './json.ts';

/**
 * `sha256:` + hex of the SHA-256 over the RFC 8785 canonical JSON of a tool object: the identity of a
 * definition. Key order and whitespace never matter; every value does. Half a surrogate pair, which RFC 8785
 * refuses and UTF-8 cannot hold, counts as U+FFFD, and a number too large for a double as null, so that every
 * definition has a hash.
 */
export function definitionHash(definition: JsonObject): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalText(definition))))}`;
}

function canonicalText(definition: JsonObject): string {
  try {
    return canonicalize(definition) ?? 'null';
  } catch {
    return canonicalize(wellFormed(definition)) ?? 'null';
  }
}

function wellFormed(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  // Entries, not assignment: a key may be `__proto__`.
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key.toWellFormed(), wellFormed(child)]),
  );
}
