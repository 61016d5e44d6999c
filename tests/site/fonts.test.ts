import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FONTS_FOLDER, subsetFonts } from '../../scripts/subset-fonts.ts';

test('the parts of fonts that pages load are what `npm run fonts` writes', async () => {
  const parts = await subsetFonts();
  expect(readdirSync(FONTS_FOLDER).sort()).toEqual([...parts.keys()].sort());
  for (const [name, bytes] of parts)
    expect(readFileSync(join(FONTS_FOLDER, name)).equals(bytes), `${name}: run npm run fonts`).toBe(true);
});
