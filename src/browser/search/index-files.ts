import { type Columns, columnsOf, ROWS, type SearchRoot, type Tree } from '../../core/search/root.ts';
import { wordsOfName } from '../../core/search/search-words.ts';
import { type Entry, readShard, shardRange } from '../../core/search/tree.ts';

type Row = string | [name: string, href: string];

/** What a tool is called and where it stands. */
interface Named {
  name: string;
  href: string;
}

/** The search index, fetched piece by piece as it is needed; every piece once. */
export class IndexFiles {
  readonly root: SearchRoot;
  readonly columns: Columns;
  /** The words of the title and the id of each server. */
  readonly serverWords: string[][];
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #shards = new Map<string, Promise<Entry[]>>();

  private constructor(root: SearchRoot) {
    this.root = root;
    this.columns = columnsOf(root);
    this.serverWords = root.servers.map(([id, title]) => wordsOfName(`${title} ${id}`));
  }

  /** Rejects where the index cannot be had. */
  static async open(): Promise<IndexFiles> {
    return new IndexFiles((await fetchJson('/search/root.json')) as SearchRoot);
  }

  /** The entries that begin with a prefix, or, of a range over more than `most` files, those of its first file alone. */
  async entries(
    tree: Tree,
    prefix: string,
    most = Number.POSITIVE_INFINITY,
  ): Promise<{ entries: Entry[]; whole: boolean }> {
    const [from, end] = shardRange(this.root.trees[tree], prefix);
    const whole = end - from <= most;
    const numbers = Array.from(
      { length: whole ? end - from : Math.min(1, end - from) },
      (_, index) => from + index,
    );
    const shards = await Promise.all(numbers.map((number) => this.#shard(tree, number)));
    return { entries: shards.flatMap((shard) => beginning(shard, prefix)), whole };
  }

  /** Names and addresses of tools, in the order of their numbers given. */
  named(tools: readonly number[]): Promise<Named[]> {
    return Promise.all(
      tools.map(async (tool) => this.#named(tool, (await this.#inBlock('rows', tool)) as Row)),
    );
  }

  /** The first sentence of a description, empty where there is none. */
  async gist(tool: number): Promise<string> {
    return String(await this.#inBlock('gists', tool));
  }

  serverOf(tool: number): SearchRoot['servers'][number] {
    return this.root.servers[this.columns.serverOf[tool] ?? 0] ?? ['', '', 0];
  }

  #named(tool: number, row: Row): Named {
    if (typeof row !== 'string') return { name: row[0], href: row[1] };
    return { name: row, href: `/tools/${this.serverOf(tool)[0]}/${row}/` };
  }

  async #inBlock(kind: 'rows' | 'gists', tool: number): Promise<unknown> {
    const block = (await this.#file(`${kind}-${Math.floor(tool / ROWS)}`)) as unknown[];
    return block[tool % ROWS] ?? '';
  }

  #shard(tree: Tree, number: number): Promise<Entry[]> {
    const name = `${tree}-${number}`;
    const known = this.#shards.get(name) ?? this.#file(name).then(readShard);
    this.#shards.set(name, known);
    return known;
  }

  #file(name: string): Promise<unknown> {
    const known = this.#files.get(name) ?? fetchJson(`/search/${this.root.folder}/${name}.json`);
    this.#files.set(name, known);
    // What failed once may come the next time.
    known.catch(() => this.#files.delete(name));
    return known;
  }
}

function beginning(shard: readonly Entry[], prefix: string): Entry[] {
  return shard.filter(([word]) => word.startsWith(prefix));
}

async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer.json();
}

let opening: Promise<IndexFiles> | undefined;

/** The index of this site, opened at first use. */
export function searchFiles(): Promise<IndexFiles> {
  opening ??= IndexFiles.open();
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}
