import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Sets the theme a reader chose before anything is painted. It stands inline, by hash: as a file of its own
 * it would hold back the first paint of every page for one more request, and a deferred one would flash.
 */
export const THEME_SCRIPT =
  "try{const t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}";

/** The source expression that lets {@link THEME_SCRIPT}, and nothing else inline, run. */
export const THEME_SCRIPT_HASH = `sha256-${base64(sha256(utf8ToBytes(THEME_SCRIPT)))}`;

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
