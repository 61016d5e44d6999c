import { rootOf, wordsOfName, wordsToFind } from './search-words.ts';

/** Where fewer tools than this are found, the full text of definitions is looked at unasked. */
const FEW = 10;
/** A shorter word is in too many texts to be worth a look. */
const SHORTEST = 3;
/** The forms of a longer word agree in their first half, and at least so far. */
const SHORTEST_STEM = 4;

/** What the index of names, words and beginnings of descriptions came to. */
interface FirstAnswer {
  tools: number;
  /** Whether a tool is called exactly what was typed. */
  called: boolean;
}

/** Whether a text is one phrase in quotation marks: its words are looked for side by side. */
export function isPhrase(text: string): boolean {
  return /^"[^"]*[^"\s][^"]*"$/.test(text.trim());
}

/** Whether a search goes on in the full text of definitions by itself: for a phrase, and where little was found. */
export function goesDeeper(text: string, { tools, called }: FirstAnswer): boolean {
  if (isPhrase(text)) return true;
  const words = wordsToFind(text);
  if (words.length === 0 || words.some((word) => word.length < SHORTEST)) return false;
  return !called && tools < FEW && (tools === 0 || !isOneName(text));
}

/** Whether a text is written as names of tools are: several words and no space. */
export function isOneName(text: string): boolean {
  return !/\s/.test(text.trim()) && wordsOfName(text).length > 1;
}

/** What the full text index says of one tool. */
export interface TextHit {
  /** Its number in the first index. */
  tool: number;
  /** The whole text that was found. */
  content: string;
}

/**
 * The hits of the full text that add something, in their order, each tool once: `isNew` says which tools the first
 * index has not listed and the filters allow. A word index that knows no such word answers with words that begin
 * alike, so each word must be in the text, in some form.
 */
export function furtherHits<T extends TextHit>(
  hits: readonly T[],
  text: string,
  isNew: (tool: number) => boolean,
): T[] {
  const stems = wordsToFind(text).map(stemOf);
  const seen = new Set<number>();
  return hits.filter(({ tool, content }) => {
    if (seen.has(tool) || !isNew(tool)) return false;
    const words = wordsOfName(content);
    if (!stems.every((stem) => words.some((word) => word.startsWith(stem)))) return false;
    seen.add(tool);
    return true;
  });
}

function stemOf(word: string): string {
  const root = rootOf(word);
  return root.slice(0, Math.max(SHORTEST_STEM, Math.ceil(root.length / 2)));
}

/** A piece of an excerpt. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** An excerpt in which `<mark>` stands around words found, and all other angle brackets are escaped, as pieces of text. */
export function excerptPieces(excerpt: string): Piece[] {
  const pieces = excerpt.split(/(<mark>.*?<\/mark>)/s).filter((piece) => piece !== '');
  return pieces.map((piece) => {
    const text = piece.replace(/^<mark>|<\/mark>$/g, '');
    return { text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), marked: text !== piece };
  });
}
