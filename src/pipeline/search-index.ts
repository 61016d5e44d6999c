import { createHash } from 'node:crypto';
import type { Subject } from '../core/present/subject.ts';
import {
  CATEGORY_WORDS,
  FLAG_WORDS,
  type Kind,
  RISK_WORDS,
  ROWS,
  type SearchRoot,
  TREES,
  type Tree,
  twoDigits,
} from '../core/search/root.ts';
import { wordsOfName, wordsOfText } from '../core/search/search-words.ts';
import { type Entry, shardsOf } from '../core/search/tree.ts';
import { riskWord } from '../core/taxonomy.ts';
import type { SiteFiles } from './site-files.ts';

/** Characters of one file of a tree: about 6 kB compressed, and as many files as a host can bear. */
const SHARD = { names: 16_000, words: 16_000, texts: 24_000 } as const satisfies Record<Tree, number>;
/** What is worth finding stands at the beginning of a description. */
const MOST_TEXT = 400;
const MOST_LENGTH = 9;

/**
 * The search index, fed one tool after the other in the order of the servers: `/search/root.json` and, in a folder
 * named by a digest of them, the shards of the trees and the names and first sentences of the tools.
 */
export class SearchIndex {
  readonly #trees: Record<Tree, Map<string, number[]>> = {
    names: new Map(),
    words: new Map(),
    texts: new Map(),
  };
  readonly #servers: SearchRoot['servers'] = [];
  readonly #kinds = new Map<string, { kind: Kind; number: number }>();
  readonly #names: (string | [name: string, href: string])[] = [];
  readonly #gists: string[] = [];
  #kindOf = '';
  #lengths = '';

  add({ row, definition }: Pick<Subject, 'row' | 'definition'>): void {
    const tool = this.#names.length;
    const words = wordsOfName(definition.name);
    this.#put('names', row.name.toLowerCase(), tool);
    for (const word of words) this.#put('words', word, tool);
    const { description } = definition;
    const text = typeof description === 'string' ? description.slice(0, MOST_TEXT) : '';
    for (const word of wordsOfText(text)) this.#put('texts', word, tool);
    this.#describe(row, words.length);
  }

  #put(tree: Tree, word: string, tool: number): void {
    const tools = this.#trees[tree].get(word);
    if (tools === undefined) this.#trees[tree].set(word, [tool]);
    else tools.push(tool);
  }

  #describe(row: Subject['row'], words: number): void {
    const last = this.#servers.at(-1);
    if (last?.[0] === row.server) last[2]++;
    else this.#servers.push([row.server, row.serverTitle, 1]);
    this.#names.push(row.href === hrefOf(row.server, row.name) ? row.name : [row.name, row.href]);
    this.#gists.push(row.gist ?? '');
    this.#kindOf += twoDigits(this.#numberOf(row));
    this.#lengths += Math.min(words, MOST_LENGTH);
  }

  #numberOf({ risk, category, flags }: Subject['row']): number {
    const bits = flags.reduce((sum, flag) => sum | (1 << FLAG_WORDS.indexOf(flag)), 0);
    const kind: Kind = [RISK_WORDS.indexOf(riskWord(risk)), CATEGORY_WORDS.indexOf(category), bits];
    const key = kind.join();
    const known = this.#kinds.get(key) ?? { kind, number: this.#kinds.size };
    this.#kinds.set(key, known);
    return known.number;
  }

  write(site: SiteFiles): void {
    const files = new Map<string, string>();
    const trees = { names: [] as string[], words: [] as string[], texts: [] as string[] };
    for (const tree of TREES) {
      const entries: Entry[] = [...this.#trees[tree]].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [number, { first, text }] of shardsOf(entries, SHARD[tree]).entries()) {
        trees[tree].push(first);
        files.set(`${tree}-${number}.json`, text);
      }
    }
    for (let start = 0; start < this.#names.length; start += ROWS) {
      const block = start / ROWS;
      files.set(`rows-${block}.json`, JSON.stringify(this.#names.slice(start, start + ROWS)));
      files.set(`gists-${block}.json`, JSON.stringify(this.#gists.slice(start, start + ROWS)));
    }
    const digest = createHash('sha256');
    for (const [name, text] of files) digest.update(`${name}\n${text}\n`);
    const folder = digest.digest('hex').slice(0, 12);
    for (const [name, text] of files) site.write(`search/${folder}/${name}`, text);
    const kinds = [...this.#kinds.values()].map(({ kind }) => kind);
    const root: SearchRoot = {
      folder,
      servers: this.#servers,
      kinds,
      kindOf: this.#kindOf,
      lengths: this.#lengths,
      trees,
    };
    site.writeJson('search/root.json', root);
  }
}

/** Where a tool stands unless its name had to be changed for its address. */
function hrefOf(server: string, name: string): string {
  return `/tools/${server}/${name}/`;
}
