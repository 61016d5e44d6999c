import type { z } from 'zod';
import type { ServerLine } from '../../schemas/api/server-record.ts';
import { RISKS, type Risk, riskWord } from '../../taxonomy.ts';
import { count } from '../phrase.ts';
import { escapeXml } from '../xml.ts';
import { cutTo, lookOf, widthOf } from './shapes.ts';

/** In pixels; a page that shows the card keeps room for it. */
export const CARD_SIZE = { width: 420, height: 168 };
const { width: WIDTH, height: HEIGHT } = CARD_SIZE;
const EDGE = 18;
const INNER = WIDTH - 2 * EDGE;
const FACE = 'Verdana,DejaVu Sans,sans-serif';

/**
 * The card of a server for another site: a still picture, so that no page of ours has to stand in a frame. Its numbers
 * are in its title as well, for who cannot see it.
 */
export function serverCard(server: z.infer<typeof ServerLine>): string {
  const levels = [...RISKS.toReversed(), null].filter((risk) => server.levels[riskWord(risk)] > 0);
  const told = levels.map((risk) => `${server.levels[riskWord(risk)]} ${riskWord(risk)}`).join(', ');
  const seen = `${server.version === null ? '' : `version ${server.version}, `}${server.observed === null ? 'date not known' : `observed ${server.observed}`}`;
  const title = `${server.title}: ${count(server.toolCount, 'tool')}${told === '' ? '' : `, ${told}`}; ${seen}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t">`,
    `<title id="t">${escapeXml(title)}</title>`,
    `<rect x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="3" fill="#fdfdfb" stroke="#d8dbd2"/>`,
    `<g font-family="${FACE}" fill="#171c17">`,
    line(34, 17, server.title, 'font-weight="bold"'),
    line(54, 11, `${count(server.toolCount, 'tool')}, ${seen}`, 'fill="#565e56"'),
    bar(server, levels),
    ...legend(server, levels),
    line(HEIGHT - 14, 10, 'Toolwarden: what one call can do, never what is meant', 'fill="#565e56"'),
    '</g></svg>\n',
  ].join('');
}

/** One line that never runs over the edge. */
function line(y: number, size: number, words: string, look: string): string {
  const text = cutTo(words, 60);
  const squeezed =
    widthOf(text) * size > INNER ? ` textLength="${INNER}" lengthAdjust="spacingAndGlyphs"` : '';
  return `<text x="${EDGE}" y="${y}" font-size="${size}" ${look}${squeezed}>${escapeXml(text)}</text>`;
}

function bar({ levels, toolCount }: z.infer<typeof ServerLine>, risks: readonly (Risk | null)[]): string {
  let x = EDGE;
  const parts = risks.map((risk) => {
    const width = (INNER * levels[riskWord(risk)]) / Math.max(1, toolCount);
    const part = `<rect x="${x.toFixed(1)}" y="68" width="${width.toFixed(1)}" height="10" fill="${lookOf(risk).colour}"/>`;
    x += width;
    return part;
  });
  return parts.join('');
}

/** Two columns of shape, number and word. */
function legend({ levels }: z.infer<typeof ServerLine>, risks: readonly (Risk | null)[]): string[] {
  return risks.map((risk, index) => {
    const { word, colour, shape } = lookOf(risk);
    const [x, y] = [EDGE + (index % 3) * 130, 92 + Math.floor(index / 3) * 24];
    return (
      `<g transform="translate(${x} ${y})" fill="${colour}">${shape}` +
      `<text x="16" y="9" font-size="12"><tspan font-weight="bold">${levels[word]}</tspan> ${word}</text></g>`
    );
  });
}
