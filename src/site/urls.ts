import type { Flag, Risk, VerdictCategory } from '../core/taxonomy.ts';
import type { BrowseKind } from './models.ts';

/** First URL segment of each kind of browse list. Permanent. */
export const SEGMENT_OF: Record<BrowseKind, string> = { risk: 'risk', category: 'categories', flag: 'flags' };

export function riskHref(risk: Risk | null): string {
  return `/risk/${(risk ?? 'unrated').toLowerCase()}/`;
}

export function categoryHref(category: VerdictCategory): string {
  return `/categories/${category.toLowerCase()}/`;
}

export function flagHref(flag: Flag): string {
  return `/flags/${flag}/`;
}

/** A page of a browse list; the first has no number. */
export function browseHref(kind: BrowseKind, id: string, page: number): string {
  return `/${SEGMENT_OF[kind]}/${id}/${page === 1 ? '' : `${page}/`}`;
}
