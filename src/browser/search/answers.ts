import { NO_FILTERS } from '../../core/search/narrow.ts';
import { parseQuery, type Query } from '../../core/search/query.ts';
import { isCalled } from '../../core/search/rank.ts';
import { rootOf, wordsToFind } from '../../core/search/search-words.ts';
import { make } from '../element.ts';
import { type Found, find } from './find.ts';
import { hitsOf } from './hit.ts';
import { hitParts } from './hit-view.ts';
import { type IndexFiles, searchFiles } from './index-files.ts';
import { looserSearches } from './loosen.ts';
import { nearTools } from './near-tools.ts';
import { writeState } from './state.ts';

const TOOLS = 8;
const SERVERS = 2;
const NEAR = 5;

/** One link of the list under a search box. */
export interface Option {
  href: string;
  parts: Node[];
}

export interface Answer {
  options: Option[];
  /** What is said of the answer to people who do not see it. */
  note: string;
}

/**
 * What is listed for a typed text: at once by names, then with descriptions, and where nothing is found what may have
 * been meant. The index is opened even for an empty text, so that it is there when the first letter is typed.
 */
export async function* answers(typed: string): AsyncGenerator<Answer> {
  const index = await searchFiles();
  const query = parseQuery(typed);
  let last: Found | undefined;
  if (typed.trim() === '') yield { options: [], note: '' };
  else
    for await (const found of find(index, query)) {
      last = found;
      if (found.tools.length > 0) yield await foundAnswer(index, typed, query, found);
    }
  if (last?.tools.length === 0) yield await otherwise(index, query, last);
}

async function foundAnswer(index: IndexFiles, typed: string, query: Query, found: Found): Promise<Answer> {
  const first = found.tools.slice(0, TOOLS);
  const hits = await hitsOf(index, first, query.text);
  const tools = hits.map((hit): Option => ({ href: hit.href, parts: hitParts(hit, make('b', '')) }));
  const called = first.filter((tool) => isCalled(found.scores[tool] ?? 0)).length;
  const options = [...tools.slice(0, called), ...servers(index, query.text), ...tools.slice(called)];
  if (found.tools.length > TOOLS) options.push(all(typed, found.tools.length));
  return { options, note: `${toolsInWords(found.tools.length)} found; the arrow keys choose one.` };
}

/** The way to all that was found. */
function all(typed: string, tools: number): Option {
  const href = `/search/${writeState({ q: typed.trim(), filters: NO_FILTERS })}`;
  return { href, parts: [make('span', 'of', `All ${toolsInWords(tools)}`)] };
}

/** Servers whose title or id has every word typed. */
function servers({ root, serverWords }: IndexFiles, text: string): Option[] {
  const typed = wordsToFind(text).map(rootOf);
  if (typed.length === 0) return [];
  const fits = root.servers.filter((_, at) =>
    typed.every((word) => serverWords[at]?.some((known) => known.startsWith(word))),
  );
  const begins = ([, title]: (typeof fits)[number]): number =>
    title.toLowerCase().startsWith(text.toLowerCase()) ? 0 : 1;
  const best = fits.sort((a, b) => begins(a) - begins(b) || b[2] - a[2]).slice(0, SERVERS);
  return best.map(([id, title, tools]) => ({
    href: `/servers/${id}/`,
    parts: [make('b', 'name', title), make('span', 'of', `Server, ${toolsInWords(tools)}`)],
  }));
}

async function otherwise(index: IndexFiles, query: Query, found: Found): Promise<Answer> {
  const near = (await nearTools(index, query, found)).slice(0, NEAR);
  const meant = (await hitsOf(index, near)).map(
    (hit): Option => ({
      href: hit.href,
      parts: [make('span', 'of', 'Did you mean'), ...hitParts(hit, make('b', ''))],
    }),
  );
  const looser = looserSearches(index, query, found).map(
    ({ without, state, tools }): Option => ({
      href: `/search/${writeState(state)}`,
      parts: [
        make('span', 'of', 'Without'),
        make('b', 'name', without),
        make('span', 'of', toolsInWords(tools)),
      ],
    }),
  );
  const options = [...meant, ...looser];
  if (options.length > 0) return { options, note: 'No tool found; the arrow keys choose what was meant.' };
  const page = { href: '/search/', parts: [make('span', 'of', 'No tool found. How to search')] };
  return { options: [page], note: 'No tool found.' };
}

/** A number of tools in words. */
export function toolsInWords(tools: number): string {
  return `${tools} ${tools === 1 ? 'tool' : 'tools'}`;
}
