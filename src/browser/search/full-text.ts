import { excerptPieces, goesDeeper, isPhrase } from '../../core/search/full-text.ts';
import type { Query } from '../../core/search/query.ts';
import { isCalled } from '../../core/search/rank.ts';
import { element, make } from '../element.ts';
import { deeper } from './deeper.ts';
import type { Found } from './find.ts';
import { hitsOf } from './hit.ts';
import { hitParts } from './hit-view.ts';
import { toolsInWords } from './in-words.ts';
import type { IndexFiles } from './index-files.ts';
import type { Deep } from './pagefind.ts';

const PAGE = 10;
/** Nobody who still types waits for a second answer. */
const PAUSE = 400;
const FAILED = 'The full text could not be loaded.';

const answers = element('answers', HTMLElement);
const section = element('full-text', HTMLElement);
const heading = element('full-text-heading', HTMLElement);
const status = element('full-text-status', HTMLElement);
const list = element('full-text-results', HTMLOListElement);
const more = element('full-text-more', HTMLButtonElement);
const ask = element('full-text-ask', HTMLButtonElement);

/** Takes away what the full text said of another search. */
export function clearFullText(): void {
  section.hidden = true;
  ask.hidden = true;
  list.replaceChildren();
}

/**
 * Offers the full text of definitions once a first answer stands, and goes there by itself for a phrase and where
 * little was found. `isLatest`: whether the search is still the one that is shown.
 */
export async function offerFullText(
  index: IndexFiles,
  query: Query,
  found: Found,
  isLatest: () => boolean,
): Promise<void> {
  if (query.text === '') return;
  const look = (isAsked: boolean): Promise<void> =>
    show(index, query.text, found, isLatest, isAsked).catch(() => {
      if (!isLatest()) return;
      ask.hidden = false;
      section.hidden = !isAsked;
      status.textContent = FAILED;
    });
  ask.onclick = () => look(true);
  ask.hidden = false;
  const called = isCalled(found.scores[found.tools[0] ?? -1] ?? 0);
  if (!goesDeeper(query.text, { tools: found.tools.length, called })) return;
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (isLatest()) await look(isPhrase(query.text));
}

async function show(
  index: IndexFiles,
  text: string,
  found: Found,
  isLatest: () => boolean,
  isAsked: boolean,
): Promise<void> {
  const pages = deeper(index, text, found, PAGE);
  const next = async (): Promise<HTMLElement[]> => {
    const { value } = await pages.next();
    const shown = value === undefined ? [] : await textItems(index, value);
    if (!isLatest()) return [];
    list.append(...shown);
    more.hidden = shown.length < PAGE;
    return shown;
  };
  more.onclick = () => next().then((fresh) => fresh[0]?.querySelector('a')?.focus());
  const first = await next();
  if (!isLatest()) return;
  ask.hidden = true;
  // Whoever typed a phrase looks for it, not for its words.
  if (isPhrase(text)) answers.prepend(section);
  else answers.append(section);
  // Nobody asked, so nobody needs to hear that there is nothing.
  section.hidden = first.length === 0 && !isAsked;
  heading.textContent = headingOf(text, found);
  status.textContent = saidOf(text, first.length);
}

function saidOf(text: string, listed: number): string {
  if (listed > 0) return `${toolsInWords(listed)} listed.`;
  return isPhrase(text)
    ? 'No definition here has these words side by side.'
    : 'Nothing more in the full text.';
}

function headingOf(text: string, { tools }: Found): string {
  if (isPhrase(text)) return 'These words side by side, in the full text of definitions';
  return tools.length === 0 ? 'In the full text of definitions' : 'Also in the full text of definitions';
}

async function textItems(index: IndexFiles, found: readonly Deep[]): Promise<HTMLLIElement[]> {
  const hits = await hitsOf(
    index,
    found.map(({ tool }) => tool),
  );
  return hits.map((hit, at) => {
    const link = make('a', '');
    link.href = hit.href;
    const said = excerptPieces(found[at]?.excerpt ?? '').map(({ text, marked }) =>
      marked ? make('mark', '', text) : text,
    );
    return make('li', 'hit', ...hitParts(hit, link), make('span', 'gist', ...said));
  });
}
