import type { EnforcementPage } from '../core/present/enforcement/enforcement-page.ts';
import { escapeHtml } from './marked.ts';
import { enforcementModel } from './models.ts';

let html: string | undefined;

/** The guides of all clients and gateways, by kind, as list items: the same on every page, so made once. */
export function targetLinks(): string {
  const { kinds, rows } = enforcementModel();
  html ??= linksHtml(kinds, rows);
  return html;
}

export function linksHtml(kinds: EnforcementPage['kinds'], rows: EnforcementPage['rows']): string {
  return kinds
    .map(({ id, label }) => {
      const links = rows
        .filter((row) => row.kind === id && row.id !== 'policylayer')
        .map(({ href, title }) => `<a href="${href}">${escapeHtml(title.replace(/ \(.*\)$/, ''))}</a>`);
      return `<li><b>${label}</b> ${links.join(' ')}</li>`;
    })
    .join('');
}
