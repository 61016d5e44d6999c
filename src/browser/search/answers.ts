import { isOneName } from '../../core/search/full-text.ts';
import { NO_FILTERS } from '../../core/search/narrow.ts';
import { parseQuery, type Query } from '../../core/search/query.ts';
import { isCalled } from '../../core/search/rank.ts';
import { make } from '../element.ts';
import { type Found, find } from './find.ts';
import { hitsOf } from './hit.ts';
import { hitParts } from './hit-view.ts';
import { toolsInWords } from './in-words.ts';
import { type IndexFiles, searchFiles } from './index-files.ts';
import { insteadOf } from './instead.ts';
import { serverHref, serverParts, serversFound } from './servers-found.ts';
import { type SearchState, writeState } from './state.ts';

const TOOLS = 8;
const SERVERS = 2;
const NEAR = 5;

/** One link of the list under a search box. */
interface Option {
  href: string;
  parts: Node[];
}

export interface Answer {
  options: Option[];
  /** What is said of the answer to people who do not see it. */
  note: string;
  /** Whether Enter opens the first option at once: one tool alone is called what was typed, in several words. */
  isFirstChosen?: boolean;
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
  const servers = serversFound(index, query.text, found.filters.server)
    .slice(0, SERVERS)
    .map((server): Option => ({ href: serverHref(server), parts: serverParts(server, make('b', '')) }));
  const options = [...tools.slice(0, called), ...servers, ...tools.slice(called)];
  if (found.tools.length > TOOLS) options.push(all(typed, found.tools.length));
  const note = `${toolsInWords(found.tools.length)} found; the arrow keys choose one.`;
  if (called !== 1 || !isOneName(query.text)) return { options, note };
  return { options, note: `${note} Enter opens ${hits[0]?.name}.`, isFirstChosen: true };
}

/** The way to all that was found. */
function all(typed: string, tools: number): Option {
  const href = searchHref({ q: typed.trim(), filters: NO_FILTERS });
  return { href, parts: [make('span', 'of', `All ${toolsInWords(tools)}`)] };
}

async function otherwise(index: IndexFiles, query: Query, found: Found): Promise<Answer> {
  const { servers, mended, near, looser } = await insteadOf(index, query, found);
  const option = (href: string, parts: Node[], lead = 'Did you mean'): Option => ({
    href,
    parts: [make('span', 'of', lead), ...parts],
  });
  const hits = await hitsOf(index, near.slice(0, NEAR));
  const options = [
    ...servers.map((server) => option(serverHref(server), serverParts(server, make('b', '')))),
    ...mended.map(({ filter, isNear, state, tools }) =>
      option(searchHref(state), counted(filter, tools), isNear ? 'Did you mean' : 'There is'),
    ),
    ...hits.map((hit) => option(hit.href, hitParts(hit, make('b', '')))),
    ...looser.map(({ without, state, tools }) =>
      option(searchHref(state), counted(without, tools), 'Without'),
    ),
  ];
  if (options.length > 0) return { options, note: 'No tool found; the arrow keys choose what was meant.' };
  const page = { href: '/search/', parts: [make('span', 'of', 'No tool found. How to search')] };
  return { options: [page], note: 'No tool found.' };
}

function searchHref(state: SearchState): string {
  return `/search/${writeState(state)}`;
}

function counted(name: string, tools: number): Node[] {
  return [make('b', 'name', name), make('span', 'of', toolsInWords(tools))];
}
