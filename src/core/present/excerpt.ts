import { innerQuotes, oneLine, shorten } from './phrase.ts';
import { shown } from './shown.ts';

/** No clause of a sentence that is read in one breath is longer. */
const LONGEST = 90;

/** Where a clause ends: at a mark that parts, at an aside, at a line that begins anew; not behind "e.g.". */
const END =
  /(?<!\b(?:e\.g|i\.e|etc|vs|approx|incl))\.(?=\s|$|["')])|[;:!?](?=\s|$)|[，。；：！？（）()[\]{}<>|]|\s[-–—](?=\s)|—|\n(?!\s*\p{Ll})/u;

/** Words that promise more than the excerpt holds. */
const OPEN_END =
  /(?:[\s,]+(?:a|an|the|of|to|in|on|at|by|for|from|with|using|via|and|or|that|which|when|where|if|as|into|its|their|your|this|is|are))+$/i;

/**
 * The clause of a text from a matched word on, as words inside a quotation of ours: on one line, hidden characters
 * spelled out, without the marks of Markdown, quotes closed or left out.
 */
export function clauseFrom(text: string, start: number, end: number): string {
  const from = VERB_LAST.test(text.charAt(start)) ? clauseStart(text, start) : start;
  const rest = withoutAsides(text.slice(from, from + 400), end - from);
  const stop = END.exec(rest.slice(end - from));
  const clause = rest.slice(0, stop === null ? rest.length : end - from + stop.index);
  return trimmed(dressedDown(beforeLaterList(clause, end - from)));
}

/** "Lists the views (saved searches) of a team" goes on behind the aside. */
function withoutAsides(text: string, least: number): string {
  return text.slice(0, least) + text.slice(least).replaceAll(/ \([^()\n]{1,60}\)(?= \p{Ll})/gu, ' …');
}

/** In these scripts what a verb acts on stands before it. */
const VERB_LAST = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

function clauseStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 200), at);
  return (
    at -
    (before.length -
      (before.search(/(?:[.,;:!?，。；：！？、()（）\n])[^.,;:!?，。；：！？、()（）\n]*$/) + 1))
  );
}

/** "delete a project, its files and …" is one act; a comma far on begins something else. */
function beforeLaterList(clause: string, least: number): string {
  const comma = clause.slice(least).search(/,\s|[、]/);
  if (comma < 0) return clause;
  const head = clause.slice(0, least + comma);
  return head.split(/\s+/).length >= 4 ? head : clause;
}

function dressedDown(text: string): string {
  const plain = text.replaceAll(/\*\*|``?`?|(?<=^|\s)[#*]+(?=\s)|\*(?=\S)|(?<=\S)\*/g, '');
  return withClosedQuotes(innerQuotes(oneLine(shown(plain))));
}

/** An opening sign whose partner lies beyond the excerpt is left out. */
function withClosedQuotes(text: string): string {
  const marks = text.split('"').length - 1;
  if (marks % 2 === 0) return text;
  const last = text.lastIndexOf('"');
  return text.slice(0, last) + text.slice(last + 1);
}

function trimmed(text: string): string {
  const short = shorten(text, LONGEST);
  const isCut = short !== text;
  const bare = (isCut ? short.slice(0, -1) : short).replace(/[\s.,;:…]+$/, '');
  return isCut ? `${bare.replace(OPEN_END, '')}…` : bare;
}
