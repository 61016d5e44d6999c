import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';
import sharp from 'sharp';
import { cardsOf } from '../core/present/cards/card.ts';
import { cardSvg, type Outline } from '../core/present/cards/card-svg.ts';
import { countsOf } from './browse.ts';
import type { SiteFiles } from './site-files.ts';
import type { Survey } from './survey.ts';
import { serverRows } from './write-models.ts';

const PAPER = '#fdfdfb';
const packages = createRequire(import.meta.url);

/** Draws the images that stand for pages where somebody links to them. The same catalogue gives the same bytes. */
export async function writeCards(site: SiteFiles, survey: Survey): Promise<void> {
  const [regular, bold] = [fontOf(400), fontOf(700)];
  const outline: Outline = (text, x, y, size, weight) =>
    pathData((weight === 'bold' ? bold : regular).getPath(text, x, y, size));
  const servers = serverRows(survey.servers).map((server) =>
    hasLetters(bold, server.title) ? server : { ...server, title: server.id },
  );
  const rows = survey.servers.flatMap((server) => server.rows);
  for (const card of cardsOf(servers, countsOf('risk', rows), rows.length)) {
    const drawn = sharp(Buffer.from(cardSvg(card, outline)));
    site.write(card.file, await drawn.png().toBuffer());
  }
  site.write('apple-touch-icon.png', await touchIcon());
}

/** Devices ask for it by this name without being told, and cut its corners themselves: so it stands on a ground. */
function touchIcon(): Promise<Buffer> {
  const icon = readFileSync(new URL('../../public/favicon.svg', import.meta.url));
  const edge = { top: 16, bottom: 16, left: 16, right: 16, background: PAPER };
  return sharp(icon, { density: 360 })
    .resize(148)
    .extend(edge)
    .flatten({ background: PAPER })
    .png()
    .toBuffer();
}

function fontOf(weight: 400 | 700): opentype.Font {
  const file = packages.resolve(`@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-${weight}-normal.woff`);
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** The library's own `toPathData` rounds some numbers to NaN; more decimals than one change no pixel. */
function pathData({ commands }: opentype.Path): string {
  return commands.map(commandText).join('');
}

function commandText(command: opentype.PathCommand): string {
  switch (command.type) {
    case 'Z':
      return 'Z';
    case 'M':
    case 'L':
      return command.type + at(command.x, command.y);
    case 'Q':
      return `Q${at(command.x1, command.y1, command.x, command.y)}`;
    case 'C':
      return `C${at(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
  }
}

function at(...numbers: number[]): string {
  return numbers.map((number) => number.toFixed(1)).join(' ');
}

/** False where a character has no glyph: a row of boxes names nothing. */
function hasLetters(font: opentype.Font, text: string): boolean {
  return text.length <= 40 && [...text].every((character) => font.charToGlyphIndex(character) > 0);
}
