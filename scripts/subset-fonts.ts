import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** What nearly every page is written in: ASCII and our own punctuation. */
const USUAL = `${range(0x20, 0x7e)}\u00a0·–—‘’“”…→•≤`;
/** The other letters of Latin-1: a page that holds one loads these too. */
const RARE = `${range(0xa1, 0xb6)}${range(0xb8, 0xff)}`;

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
const SANS = '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2';
const MONO = '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin';
const WEIGHTS = { wght: { min: 400, max: 700 } };

interface Part {
  of: string;
  letters: string;
  variationAxes?: typeof WEIGHTS;
}

/** Parts of fonts, by the file that holds them. */
const PARTS: Readonly<Record<string, Part>> = {
  'serif.woff2': { of: SERIF, letters: USUAL, variationAxes: WEIGHTS },
  'serif-rare.woff2': { of: SERIF, letters: RARE, variationAxes: WEIGHTS },
  'sans.woff2': { of: SANS, letters: USUAL, variationAxes: WEIGHTS },
  'sans-rare.woff2': { of: SANS, letters: RARE, variationAxes: WEIGHTS },
  'mono-400.woff2': { of: `${MONO}-400-normal.woff2`, letters: USUAL },
  'mono-600.woff2': { of: `${MONO}-600-normal.woff2`, letters: USUAL },
};

/** The Open Font License wants to stand beside every copy. */
const LICENCES: Readonly<Record<string, string>> = {
  'serif.LICENSE.txt': '@fontsource-variable/source-serif-4/LICENSE',
  'sans.LICENSE.txt': '@fontsource-variable/ibm-plex-sans/LICENSE',
  'mono.LICENSE.txt': '@fontsource/ibm-plex-mono/LICENSE',
};

export const FONTS_FOLDER = fileURLToPath(new URL('../src/styles/fonts/', import.meta.url));

/** Every part and its licence, by file name: the first text of a visit waits for the usual letters, and for nothing it does not need. */
export async function subsetFonts(): Promise<Map<string, Buffer>> {
  const { resolve } = createRequire(import.meta.url);
  const written = new Map<string, Buffer>();
  for (const [name, { of, letters, ...options }] of Object.entries(PARTS)) {
    const whole = readFileSync(resolve(of));
    written.set(name, await subsetFont(whole, letters, { targetFormat: 'woff2', ...options }));
  }
  for (const [name, licence] of Object.entries(LICENCES)) written.set(name, readFileSync(resolve(licence)));
  return written;
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at)).join('');
}

if (import.meta.main) {
  mkdirSync(FONTS_FOLDER, { recursive: true });
  for (const [name, bytes] of await subsetFonts()) writeFileSync(join(FONTS_FOLDER, name), bytes);
}
