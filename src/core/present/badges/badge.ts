import type { Risk, VerdictCategory } from '../../taxonomy.ts';
import type { Shown } from '../page-model.ts';
import { count } from '../phrase.ts';
import { escapeXml } from '../xml.ts';
import { cutTo, lookOf, widthOf } from './shapes.ts';

const SIZE = 11;
const HEIGHT = 20;
const PAD = 6;
const SHAPE = 10;
const LONGEST = 40;

/** The badge of a tool: its name, and its level with the category. A still SVG without text of ours that calls it harmless. */
export function toolBadge(name: Shown, risk: Risk | null, category: VerdictCategory): string {
  const { word } = lookOf(risk);
  return badge(name, risk, risk === null ? word : `${word} · ${category}`);
}

/** The badge of a server: its name, the highest level of its tools, and how many there are. */
export function serverBadge(title: Shown, highest: Risk | null, tools: number): string {
  const { word } = lookOf(highest);
  return badge(title, highest, `${highest === null ? word : `up to ${word}`} · ${count(tools, 'tool')}`);
}

function badge(label: string, risk: Risk | null, says: string): string {
  const { colour, shape } = lookOf(risk);
  const name = cutTo(label, LONGEST);
  const [left, right] = [name, says].map((text) => Math.ceil(widthOf(text) * SIZE));
  const [nameWidth = 0, saysWidth = 0] = [left, right];
  const split = nameWidth + 2 * PAD;
  const start = split + PAD + SHAPE + 4;
  const width = start + saysWidth + PAD;
  const title = `${label}: ${says}. Toolwarden: what one call can do`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="t">`,
    `<title id="t">${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${HEIGHT}" rx="2" fill="${colour}"/>`,
    `<path d="M2 0h${split - 2}v${HEIGHT}H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z" fill="#20261f"/>`,
    `<g fill="#fff"><g transform="translate(${split + PAD} 5)">${shape}</g>`,
    `<g font-family="Verdana,DejaVu Sans,sans-serif" font-size="${SIZE}">`,
    text(PAD, nameWidth, name),
    text(start, saysWidth, says),
    '</g></g></svg>\n',
  ].join('');
}

/** Text that keeps to the width it was given, whatever face a reader has. */
function text(x: number, width: number, words: string): string {
  return `<text x="${x}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeXml(words)}</text>`;
}
