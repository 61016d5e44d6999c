import { make } from '../element.ts';
import { hitsOf } from './hit.ts';
import { hitParts } from './hit-view.ts';
import type { IndexFiles } from './index-files.ts';

/** Tools as items of the list of results; what their definitions say follows as soon as it is there. */
export async function items(
  index: IndexFiles,
  tools: readonly number[],
  typed = '',
): Promise<HTMLLIElement[]> {
  const hits = await hitsOf(index, tools, typed);
  return hits.map((hit) => {
    const link = make('a', '');
    link.href = hit.href;
    const gist = make('span', 'gist');
    index.gist(hit.tool).then(
      (text) => {
        gist.textContent = text === '' ? 'No description.' : text;
      },
      // The name says enough to open the page.
      () => {},
    );
    return make('li', 'hit', ...hitParts(hit, link), gist);
  });
}
