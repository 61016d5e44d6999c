import type { SearchRoot } from '../../core/search/root.ts';
import { rootOf, wordsToFind } from '../../core/search/search-words.ts';
import { make } from '../element.ts';
import { toolsInWords } from './in-words.ts';
import type { IndexFiles } from './index-files.ts';

type Server = SearchRoot['servers'][number];

/** Servers whose title or id has every word typed, or, where no word is, those that a filter chose; best first. */
export function serversFound(
  { root, serverWords }: IndexFiles,
  text: string,
  chosen: readonly string[],
): Server[] {
  const typed = wordsToFind(text).map(rootOf);
  if (text === '') return root.servers.filter(([id]) => chosen.includes(id));
  if (typed.length === 0) return [];
  const fits = root.servers.filter((_, at) =>
    typed.every((word) => serverWords[at]?.some((known) => known.startsWith(word))),
  );
  const begins = ([, title]: Server): number => (title.toLowerCase().startsWith(text.toLowerCase()) ? 0 : 1);
  return fits.sort((a, b) => begins(a) - begins(b) || b[2] - a[2]);
}

export function serverHref([id]: Server): string {
  return `/servers/${id}/`;
}

/** One server as the parts of a line. Only text nodes: titles are text of strangers. */
export function serverParts([, title, tools]: Server, name: HTMLElement): HTMLElement[] {
  name.classList.add('name');
  name.textContent = title;
  return [name, make('span', 'of', `Server, ${toolsInWords(tools)}`)];
}
