import { categoryHref, flagHref, riskHref, serverHref, targetHref } from '../core/present/hrefs.ts';
import { TARGETS } from '../core/targets/targets.ts';
import { CATEGORIES, FLAG_IDS, RISKS, riskWord } from '../core/taxonomy.ts';
import type { Survey } from './survey.ts';

/** Pages that every site has, whatever its catalogue. */
const FIXED = [
  '/',
  '/api/',
  '/categories/',
  '/changes/',
  '/compare/',
  '/contact/',
  '/enforcement/',
  '/flags/',
  '/glossary/',
  '/guides/',
  '/methodology/',
  '/policy/',
  '/policy/language/',
  '/risk/',
  '/rules/',
  '/search/',
  '/servers/',
  '/stack/',
  '/vendors/',
];

/** Addresses that a text may link, each with what its tool is ("Financial, Critical"); null for other pages. */
export type Addresses = ReadonlyMap<string, string | null>;

/** `more`: pages of rules, guides and whatever else this site has. */
export function addressesOf({ servers }: Pick<Survey, 'servers'>, more: readonly string[]): Addresses {
  const pages = [
    ...FIXED,
    ...CATEGORIES.map(categoryHref),
    ...RISKS.map(riskHref),
    ...FLAG_IDS.map(flagHref),
    ...TARGETS.map(({ id }) => targetHref(id)),
    ...more,
    ...servers.map(({ entry }) => serverHref(entry.id)),
  ];
  const tools = servers.flatMap(({ rows }) =>
    rows.map(({ href, category, risk }) => [href, `${category}, ${riskWord(risk)}`] as const),
  );
  return new Map<string, string | null>([...pages.map((href) => [href, null] as const), ...tools]);
}
