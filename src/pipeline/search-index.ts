import { close, createIndex, type PagefindIndex } from 'pagefind';
import { shown } from '../core/present/shown.ts';
import type { Subject } from '../core/present/subject.ts';
import { riskWord } from '../core/taxonomy.ts';

/** Files are bundled beyond this many records, because hosts limit the number of files of a site. */
const MOST_FRAGMENTS = 1000;
/** Answers are awaited in groups: unbounded, a large catalogue would wait in memory twice. */
const IN_FLIGHT = 256;
/** What is worth finding stands at the beginning of a description. */
const MOST_TEXT = 300;

/**
 * The Pagefind index, fed one record a tool in a fixed order (its files depend on the order).
 * Pagefind runs as a process of its own, beside the render: it needs no HTML.
 */
export class SearchIndex {
  readonly #index: PagefindIndex;
  #pending: Promise<unknown>[] = [];

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  static async open(): Promise<SearchIndex> {
    const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments: MOST_FRAGMENTS });
    if (index === undefined) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
    return new SearchIndex(index);
  }

  async add({ row, definition: { description } }: Subject): Promise<void> {
    const text = typeof description === 'string' ? shown(description.slice(0, MOST_TEXT)) : '';
    const record = this.#index.addCustomRecord({
      url: row.href,
      content: `${row.name} ${wordsOf(row.name)} ${row.serverTitle}. ${text}`,
      language: 'en',
      meta: { title: row.name, server: row.serverTitle, category: row.category, risk: riskWord(row.risk) },
      filters: {
        category: [row.category],
        risk: [riskWord(row.risk)],
        server: [row.serverTitle],
        flag: row.flags,
      },
    });
    this.#pending.push(record.then(({ errors }) => refuse(errors)));
    if (this.#pending.length >= IN_FLIGHT) await this.#drain();
  }

  async write(folder: string): Promise<void> {
    await this.#drain();
    refuse((await this.#index.writeFiles({ outputPath: folder })).errors);
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#pending);
    await close();
  }

  async #drain(): Promise<void> {
    const waiting = this.#pending;
    this.#pending = [];
    await Promise.all(waiting);
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/** `createRefund`, `create_refund` and `create-refund` are found by their words. */
function wordsOf(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[_\-./]+/g, ' ');
}
