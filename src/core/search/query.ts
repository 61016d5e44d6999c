import type { Facet, Filters } from './narrow.ts';

/** What a person typed, taken apart. */
export interface Query {
  /** All but the filters, in the order typed. */
  text: string;
  /** What was typed as `risk:high`, as it was typed. */
  filters: Filters;
  /** True while the last word may go on. */
  open: boolean;
}

const FILTER = /(?:^|\s)(risk|category|flag|server):(?:"([^"]*)"?|(\S*))/gi;

/**
 * Takes `server:stripe risk:high refund` apart. A value in quotation marks may hold spaces; a filter that has no value
 * yet narrows nothing.
 */
export function parseQuery(typed: string): Query {
  const filters: Filters = { risk: [], category: [], flag: [], server: [] };
  const text = typed
    .replaceAll(FILTER, (_, facet: string, quoted: string | undefined, plain: string | undefined) => {
      const value = (quoted ?? plain ?? '').trim();
      if (value !== '') filters[facet.toLowerCase() as Facet].push(value);
      return ' ';
    })
    .trim();
  return { text, filters, open: !/\s$/.test(typed) };
}

/** The text of a query without its filters, for a box beside which the filters are shown. */
export function withoutFilters(typed: string): string {
  return parseQuery(typed).text.replaceAll(/\s+/g, ' ');
}
