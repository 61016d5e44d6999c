import type { TextHit } from '../../core/search/full-text.ts';

/** A hit as Pagefind tells it. */
interface Fragment {
  url: string;
  content: string;
  /** Text with `<mark>` around what was found, and all other angle brackets escaped. */
  excerpt: string;
  meta: Record<string, string>;
}

interface Pagefind {
  init: () => Promise<void>;
  search: (text: string) => Promise<{ results: { data: () => Promise<Fragment> }[] }>;
}

export interface Deep extends TextHit {
  href: string;
  excerpt: string;
}

let loading: Promise<Pagefind> | undefined;

/** Fetched at first use. Its address is no module of ours: the build writes it beside the pages. */
function pagefind(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  loading ??= import(/* @vite-ignore */ address).then(async (module: Pagefind) => {
    await module.init();
    return module;
  });
  // What failed once may come the next time.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** What the full text of definitions has, best first, fetched in groups of `size`. Rejects where it cannot be had. */
export async function* textHits(text: string, size: number): AsyncGenerator<Deep[]> {
  const { results } = await (await pagefind()).search(text);
  for (let from = 0; from < results.length; from += size) {
    const fragments = await Promise.all(results.slice(from, from + size).map((result) => result.data()));
    yield fragments.map(({ url, content, excerpt, meta }) => ({
      tool: Number(meta['tool']),
      href: url,
      content,
      excerpt,
    }));
  }
}
