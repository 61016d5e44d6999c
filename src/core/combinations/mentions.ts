import type { Definition } from '../tool/definition.ts';
import { type Parameter, readParameters } from '../tool/parameters.ts';

/** What gives away a word that is spelt like the name of a tool: cheap to look for, and rare in prose. */
const SIGN = /[_`-]|[a-z][A-Z]/g;
/** What words and paths are made of. */
const LETTER = /[\w./-]/;
const QUOTED = /`([A-Za-z][\w.-]{1,60})`/y;
/** `list_users`, `list-users` and `listUsers`; no path, no flag, no file. */
const NAME =
  /^(?:[A-Za-z][A-Za-z0-9]{0,30}(?:[_-]{1,2}[A-Za-z0-9]{1,30}){1,6}|[a-z]{2,20}(?:[A-Z][a-z0-9]{1,20}){1,5})$/;

/** Longer texts, words and lists are cut: they are written by strangers. */
const LONGEST = 100_000;
const LONGEST_WORD = 80;
const MOST = 200;

/**
 * What the description of a tool and of its parameters mentions that is spelt like the name of a tool, without its
 * own name and those of its parameters and their values. Which of them are tools is for the servers beside it to say.
 */
export function mentionsOf(
  definition: Definition,
  parameters: readonly Parameter[] = readParameters(definition),
): string[] {
  const own = new Set<unknown>([definition.name]);
  for (const parameter of parameters) for (const name of [parameter.name, ...parameter.enum]) own.add(name);
  const found = new Set<string>();
  for (const text of [definition['description'], ...parameters.map(({ description }) => description)])
    if (typeof text === 'string')
      for (const name of namesIn(text.slice(0, LONGEST)))
        if (!own.has(name) && found.size < MOST) found.add(name);
  return [...found];
}

function* namesIn(text: string): Generator<string> {
  let end = 0;
  for (const { index } of text.matchAll(SIGN)) {
    if (index < end) continue;
    if (text[index] === '`') {
      QUOTED.lastIndex = index;
      const quoted = QUOTED.exec(text)?.[1];
      if (quoted !== undefined) yield quoted;
      if (quoted !== undefined) end = index + quoted.length + 2;
      continue;
    }
    const start = edge(text, index, -1, end);
    end = edge(text, index, 1, text.length) + 1;
    const word = text.slice(start, end).replace(/^-+|[.-]+$/g, '');
    if (NAME.test(word)) yield word;
  }
}

/** The last place, going one way, that still belongs to the word at `from`. */
function edge(text: string, from: number, step: 1 | -1, limit: number): number {
  let at = from;
  for (let left = LONGEST_WORD; left > 0 && at !== limit && LETTER.test(text[at + step] ?? ''); left--)
    at += step;
  return at;
}
