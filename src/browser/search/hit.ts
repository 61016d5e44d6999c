import { CATEGORY_WORDS, RISK_WORDS } from '../../core/search/root.ts';
import type { IndexFiles } from './index-files.ts';

/** One tool found. All of it is text of strangers: shown only as text nodes. */
export interface Hit {
  /** Its number in the index. */
  tool: number;
  href: string;
  name: string;
  server: string;
  category: string;
  /** The word of the level; `Unrated` where there is none. */
  risk: string;
}

/** Tools by their numbers as they are shown; of equal names that in the letter case typed comes first. */
export async function hitsOf(index: IndexFiles, tools: readonly number[], typed = ''): Promise<Hit[]> {
  const named = await index.named(tools);
  const hits = tools.map((tool, at): Hit => {
    const kind = index.root.kinds[index.columns.kindOf[tool] ?? 0];
    const { name, href } = named[at] ?? { name: '', href: '' };
    return {
      tool,
      href,
      name,
      server: index.serverOf(tool)[1],
      category: CATEGORY_WORDS[kind?.[1] ?? -1] ?? '',
      risk: RISK_WORDS[kind?.[0] ?? -1] ?? 'Unrated',
    };
  });
  return hits.filter(({ name }) => name === typed).concat(hits.filter(({ name }) => name !== typed));
}
