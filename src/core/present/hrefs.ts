import type { Flag, Risk, VerdictCategory } from '../taxonomy.ts';

/** Root-relative addresses of the pages. Ids and slugs are URL-safe by construction, so nothing is encoded here. */

export function toolFolder(serverId: string, slug: string): string {
  return `tools/${serverId}/${slug}`;
}

export function toolHref(serverId: string, slug: string): string {
  return `/${toolFolder(serverId, slug)}/`;
}

export function serverHref(serverId: string): string {
  return `/servers/${serverId}/`;
}

export function categoryHref(category: VerdictCategory): string {
  return `/categories/${category.toLowerCase()}/`;
}

export function riskHref(risk: Risk | null): string {
  return `/risk/${(risk ?? 'Unrated').toLowerCase()}/`;
}

export function flagHref(flag: Flag): string {
  return `/flags/${flag}/`;
}

export function ruleHref(rule: string): string {
  return `/rules/${rule}/`;
}

export function targetHref(target: string): string {
  return `/enforcement/${target}/`;
}

export function guideHref(slug: string): string {
  return `/guides/${slug}/`;
}

/** What should happen to each tool of a server, as data: every client form is rendered from it. */
export function recordsHref(serverId: string): string {
  return `${serverHref(serverId)}policy-records.json`;
}

export function attackHref(id: string): string {
  return `/attacks/${id}/`;
}

/** The same for the server that is the example of an attack pattern, made as strict as the pattern asks. */
export function attackRecordsHref(id: string): string {
  return `${attackHref(id)}policy-records.json`;
}

/** The policy of a whole server in every form, as Markdown. */
export function policiesHref(serverId: string): string {
  return `${serverHref(serverId)}policies.md`;
}
