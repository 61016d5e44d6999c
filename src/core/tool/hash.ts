import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { JsonObject } from './json.ts';

/**
 * `sha256:` + hex of the SHA-256 over the RFC 8785 canonical JSON of a tool object: the identity of a
 * definition. Key order and whitespace never matter; every value does.
 */
export function definitionHash(definition: JsonObject): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalize(definition) ?? 'null')))}`;
}
