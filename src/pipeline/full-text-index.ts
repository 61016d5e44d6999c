import { close, createIndex, type PagefindIndex } from 'pagefind';
import { shown } from '../core/present/shown.ts';
import type { Subject } from '../core/present/subject.ts';

/** Files are bundled beyond this many records, because hosts limit the number of files of a site. */
const MOST_FRAGMENTS = 1000;
/** Answers are awaited in groups: unbounded, a large catalogue would wait in memory twice. */
const IN_FLIGHT = 256;
/** Longer than any honest definition: a stranger must not decide how much is indexed. */
const MOST_TEXT = 50_000;

/**
 * The full text of definitions as a Pagefind index, fed one record a tool in the order of the search index, whose
 * numbers the records carry: names, risks and filters are looked up there. Pagefind runs as a process of its own.
 */
export class FullTextIndex {
  readonly #index: PagefindIndex;
  #pending: Promise<unknown>[] = [];
  #tools = 0;

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /** Rejects where Pagefind cannot be started. */
  static async open(): Promise<FullTextIndex> {
    const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments: MOST_FRAGMENTS });
    if (index === undefined) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
    return new FullTextIndex(index);
  }

  async add(subject: Pick<Subject, 'row' | 'definition' | 'parameters'>): Promise<void> {
    const record = this.#index.addCustomRecord({
      url: subject.row.href,
      content: fullTextOf(subject),
      language: 'en',
      meta: { title: subject.row.name, tool: String(this.#tools++) },
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

/** All that a definition says in words: name, title, description, and the names and descriptions of its parameters. */
export function fullTextOf({ definition, parameters }: Pick<Subject, 'definition' | 'parameters'>): string {
  const { name, title, description } = definition;
  const texts = [name, title, description].filter((text) => typeof text === 'string');
  const said = parameters.map((parameter) => `${parameter.name}: ${parameter.description ?? ''}`);
  return shown([...texts, ...said].join('\n').slice(0, MOST_TEXT));
}
