import type { Query } from '../../core/search/query.ts';
import { make } from '../element.ts';
import type { Found } from './find.ts';
import { hitsOf } from './hit.ts';
import { toolsInWords } from './in-words.ts';
import type { IndexFiles } from './index-files.ts';
import { insteadOf } from './instead.ts';
import { items } from './result-items.ts';
import { serverHref } from './servers-found.ts';
import { type SearchState, writeState } from './state.ts';

const MOST_NAMES = 3;

/** What a person may have meant, the nearest names, and what to leave out; as nodes, all links searches or pages. */
export async function nothingFound(index: IndexFiles, query: Query, found: Found): Promise<Node[]> {
  const { servers, mended, near, looser } = await insteadOf(index, query, found);
  // Where a server was meant its tools stand below.
  const named = servers.length > 0 ? [] : await hitsOf(index, near);
  const names = [...new Set(named.map(({ name }) => name))].slice(0, MOST_NAMES);
  const ways = [
    ...servers.map((server) => {
      const tools = `? ${toolsInWords(server[2])}`;
      return make('li', '', 'Did you mean the server ', link(server[1], serverHref(server)), tools);
    }),
    ...mended.map(({ filter, isNear, state, tools }) => {
      const [lead, end] = isNear ? ['Did you mean ', '? '] : ['There is ', ': '];
      return make('li', '', lead, search(filter, state), `${end}${toolsInWords(tools)}`);
    }),
    ...names.map((name) =>
      make('li', '', 'Did you mean ', search(name, { q: name, filters: found.filters }), '?'),
    ),
    ...looser.map(({ without, isWord, state, tools }) => {
      const lead = isWord ? 'Without the word ' : 'Without ';
      return make('li', '', lead, search(without, state), `: ${toolsInWords(tools)}`);
    }),
  ];
  return [
    ...(ways.length > 0 ? [make('ul', 'notes', ...ways)] : []),
    ...(near.length > 0
      ? [make('h2', '', 'Nearest names'), make('ol', 'results', ...(await items(index, near)))]
      : []),
  ];
}

function search(text: string, state: SearchState): HTMLAnchorElement {
  return link(text, writeState(state));
}

function link(text: string, href: string): HTMLAnchorElement {
  const made = make('a', '', text);
  made.href = href;
  return made;
}
