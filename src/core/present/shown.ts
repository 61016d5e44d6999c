import type { Finding } from '../finding.ts';
import { hiddenPieces, isPlain, spelledOut } from '../tool/hidden.ts';
import type { Segment, Shown } from './page-model.ts';

/** Text in which every hidden character is spelled out as `⟦U+202E⟧`, safe to escape and print anywhere. */
export function shown(text: string): Shown {
  if (isPlain(text)) return text as Shown;
  return hiddenPieces(text)
    .map((piece) => piece.text)
    .join('') as Shown;
}

/** The same for text that must stay on one line: its newlines and tabs are spelled out as well. */
export function shownLine(text: string): Shown {
  return shown(text).replaceAll(/[\n\r\t]/g, (character) => spelledOut(character)) as Shown;
}

/** A finding that a page may print: its texts can hold words of a stranger. */
export function shownFinding(finding: Finding): Finding {
  return {
    ...finding,
    path: shown(finding.path),
    message: shown(finding.message),
    hint: shown(finding.hint),
  };
}

/** The same as segments, so that a page can set spelled-out characters apart. */
export function shownSegments(text: string, marks?: number[]): Segment[] {
  const marked = marks !== undefined && marks.length > 0 ? { marks } : {};
  if (isPlain(text)) return text === '' ? [] : [{ text: text as Shown, ...marked }];
  return hiddenPieces(text).map((piece) => ({
    text: piece.text as Shown,
    ...marked,
    ...(piece.hidden ? { hidden: true as const } : {}),
  }));
}
