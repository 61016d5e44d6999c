import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** What nearly every page is written in: ASCII and our own punctuation. A page with other letters loads the whole font. */
const LETTERS = `${Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')}\u00a0·–—‘’“”…→•≤`;

const WEIGHTS = { wght: { min: 400, max: 700 } };

/** The fonts that a first visit waits for, by the file that holds the part. */
const FONTS: Readonly<Record<string, { file: string; variationAxes?: typeof WEIGHTS }>> = {
  'serif.woff2': {
    file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    variationAxes: WEIGHTS,
  },
  'sans.woff2': {
    file: '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
    variationAxes: WEIGHTS,
  },
  'mono-400.woff2': { file: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2' },
  'mono-600.woff2': { file: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-600-normal.woff2' },
};

export const FONTS_FOLDER = fileURLToPath(new URL('../src/styles/fonts/', import.meta.url));

/** The part of each font that the site preloads, by file name: half the bytes, and the first text waits for them. */
export async function subsetFonts(): Promise<Map<string, Buffer>> {
  const { resolve } = createRequire(import.meta.url);
  const parts = new Map<string, Buffer>();
  for (const [name, { file, ...options }] of Object.entries(FONTS))
    parts.set(
      name,
      await subsetFont(readFileSync(resolve(file)), LETTERS, { targetFormat: 'woff2', ...options }),
    );
  return parts;
}

if (import.meta.main) {
  mkdirSync(FONTS_FOLDER, { recursive: true });
  for (const [name, bytes] of await subsetFonts()) writeFileSync(join(FONTS_FOLDER, name), bytes);
}
