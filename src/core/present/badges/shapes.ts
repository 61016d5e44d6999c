import { type Risk, riskWord } from '../../taxonomy.ts';

/** A level as the site shows it everywhere: word, shape and colour, so that any two may be lost. Colours are the light theme's. */
export interface LevelLook {
  word: Risk | 'Unrated';
  colour: string;
  /** In a box of 10 by 10. */
  shape: string;
}

const LOOKS: Record<LevelLook['word'], Omit<LevelLook, 'word'>> = {
  Critical: { colour: '#a40e36', shape: '<path d="M3 0h4l3 3v4l-3 3H3L0 7V3z"/>' },
  High: { colour: '#a84300', shape: '<path d="M5 0l5 5-5 5-5-5z"/>' },
  Medium: { colour: '#776000', shape: '<path d="M5 .6l5 8.8H0z"/>' },
  Low: { colour: '#36657a', shape: '<circle cx="5" cy="5" r="4.2"/>' },
  Unrated: { colour: '#5d6164', shape: '<path d="M0 4h10v2H0z"/>' },
};

export function lookOf(risk: Risk | null): LevelLook {
  const word = riskWord(risk);
  return { word, ...LOOKS[word] };
}

/** About how wide a text is in a sans-serif face of one pixel: an SVG cannot measure, so it is told, and keeps to it. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x1100) width += 1;
    else width += NARROW.test(character) ? 0.32 : WIDE.test(character) ? 0.85 : 0.58;
  }
  return width;
}

const NARROW = /[ijl.,:;'|!()[\]tfI /-]/;
const WIDE = /[mwMWA-Z@%]/;

/** Cut to a number of characters, between whole ones. */
export function cutTo(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
