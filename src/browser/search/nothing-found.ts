import type { Query } from '../../core/search/query.ts';
import { make } from '../element.ts';
import { toolsInWords } from './answers.ts';
import type { Found } from './find.ts';
import { hitsOf } from './hit.ts';
import type { IndexFiles } from './index-files.ts';
import { looserSearches } from './loosen.ts';
import { nearTools } from './near-tools.ts';
import { items } from './result-items.ts';
import { writeState } from './state.ts';

const MOST_NAMES = 3;

/** What a person may have meant, the nearest names, and what to leave out; as nodes, all links searches like any other. */
export async function nothingFound(index: IndexFiles, query: Query, found: Found): Promise<Node[]> {
  const near = await nearTools(index, query, found);
  const names = [...new Set((await hitsOf(index, near)).map(({ name }) => name))].slice(0, MOST_NAMES);
  const meant = names.map((name) =>
    make('li', '', 'Did you mean ', search(name, writeState({ q: name, filters: found.filters })), '?'),
  );
  const looser = looserSearches(index, query, found).map(({ without, isWord, state, tools }) => {
    const lead = isWord ? 'Without the word ' : 'Without ';
    return make('li', '', lead, search(without, writeState(state)), `: ${toolsInWords(tools)}`);
  });
  const ways = [...meant, ...looser];
  return [
    ...(ways.length > 0 ? [make('ul', 'notes', ...ways)] : []),
    ...(near.length > 0
      ? [make('h2', '', 'Nearest names'), make('ol', 'results', ...(await items(index, near)))]
      : []),
  ];
}

function search(text: string, address: string): HTMLAnchorElement {
  const link = make('a', '', text);
  link.href = address === '' ? '?' : address;
  return link;
}
