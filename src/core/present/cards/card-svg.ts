import { heightOf, type Risk } from '../../taxonomy.ts';
import type { Card } from './card.ts';

/** Outlines of a text in a font of fixed width, as the data of an SVG path; `y` is the base line. */
export type Outline = (
  text: string,
  x: number,
  y: number,
  size: number,
  weight: 'regular' | 'bold',
) => string;

const CARD_WIDTH = 1200;
const CARD_HEIGHT = 630;

const EDGE = 72;
const INNER = CARD_WIDTH - 2 * EDGE;
/** Width of a character of the font, in parts of its size. */
const ADVANCE = 0.6;

/** As `src/styles/tokens.css` has them in the light theme. */
const INK = '#171c17';
const SOFT = '#565e56';
const LINE = '#d8dbd2';
const PAPER = '#fdfdfb';
const COLOURS: Record<Risk | 'Unrated', string> = {
  Critical: '#a40e36',
  High: '#a84300',
  Medium: '#776000',
  Low: '#36657a',
  Unrated: '#5d6164',
};
/** As `src/styles/risk.css` cuts them, in a box of 100. */
const SHAPES: Record<Risk | 'Unrated', string> = {
  Critical: 'M30 0H70L100 30V70L70 100H30L0 70V30Z',
  High: 'M50 0L100 50L50 100L0 50Z',
  Medium: 'M50 6L100 94H0Z',
  Low: 'M50 8A42 42 0 1 1 49.9 8Z',
  Unrated: 'M0 40H100V60H0Z',
};

/** A card as SVG without any text element, so that every machine draws the same. */
export function cardSvg(card: Card, outline: Outline): string {
  const draw = (
    text: string,
    x: number,
    y: number,
    size: number,
    weight: 'regular' | 'bold',
    fill = INK,
  ): string => `<path fill="${fill}" d="${outline(text, x, y, size, weight)}"/>`;
  const indent = card.risk === null ? 0 : 120;
  const size = Math.min(96, Math.floor((INNER - indent) / (ADVANCE * Math.max(1, card.heading.length))));
  const lineSize = Math.min(
    34,
    Math.floor(INNER / (ADVANCE * Math.max(1, ...card.lines.map(({ length }) => length)))),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${PAPER}"/>`,
    draw('Toolwarden', EDGE, 104, 36, 'bold'),
    steps(card.risk),
    card.risk === null
      ? ''
      : `<path fill="${COLOURS[card.risk]}" transform="translate(${EDGE} 268) scale(.84)" d="${SHAPES[card.risk]}"/>`,
    draw(
      card.heading,
      EDGE + indent,
      310 + size * 0.35,
      size,
      'bold',
      card.risk === card.heading ? COLOURS[card.risk] : INK,
    ),
    ...card.lines.map((line, index) => draw(line, EDGE, 450 + index * 50, lineSize, 'regular', SOFT)),
    bar(card),
    '</svg>',
  ].join('');
}

/** Four steps, filled up to the level. */
function steps(risk: Card['risk']): string {
  const filled = risk === null || risk === 'Unrated' ? 0 : heightOf(risk) + 1;
  const fill = risk === null ? INK : COLOURS[risk];
  const width = INNER / 4;
  return [0, 1, 2, 3]
    .map((step) => {
      const colour = risk === null || step < filled ? fill : LINE;
      return `<rect x="${EDGE + step * width}" y="150" width="${width - (step === 3 ? 0 : 8)}" height="12" fill="${colour}"/>`;
    })
    .join('');
}

function bar({ parts }: Card): string {
  return parts
    .map(({ label, start, width }) => {
      const level = (Object.keys(COLOURS) as (Risk | 'Unrated')[]).find((one) => label.startsWith(one));
      const x = EDGE + (start / 100) * INNER;
      return `<rect x="${x.toFixed(1)}" y="546" width="${((width / 100) * INNER).toFixed(1)}" height="34" fill="${level === undefined ? LINE : COLOURS[level]}" stroke="${PAPER}" stroke-width="2"/>`;
    })
    .join('');
}
