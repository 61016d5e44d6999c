import type { Flag, Risk, VerdictCategory } from '../core/taxonomy.ts';

export function riskHref(risk: Risk | null): string {
  return `/risk/${(risk ?? 'unrated').toLowerCase()}/`;
}

export function categoryHref(category: VerdictCategory): string {
  return `/categories/${category.toLowerCase()}/`;
}

export function flagHref(flag: Flag): string {
  return `/flags/${flag}/`;
}
