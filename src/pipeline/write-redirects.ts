import { serverHref } from '../core/present/hrefs.ts';
import type { SiteFiles } from './site-files.ts';
import type { SurveyedServer } from './survey.ts';

/**
 * What keeps the addresses of a renamed server alive: `_redirects`, in the format that several static hosts read,
 * which moves pages and twins; and for hosts that do not read it a small page at each old address.
 */
export function writeRedirects(site: SiteFiles, origin: string, servers: readonly SurveyedServer[]): void {
  const rules: string[] = [];
  for (const { entry, rows } of servers) {
    for (const old of entry.formerly ?? []) {
      for (const segment of ['servers', 'tools'])
        rules.push(`/${segment}/${old}/* /${segment}/${entry.id}/:splat 301\n`);
      for (const href of [serverHref(entry.id), ...rows.map((row) => row.href)])
        site.write(`${formerFolder(href, old)}/index.html`, movedPage(origin, href));
    }
  }
  if (rules.length > 0) site.write('_redirects', rules.join(''));
}

/** `/tools/new/name/` as it was: `tools/old/name`. Ids and slugs are safe as paths by construction. */
function formerFolder(href: string, old: string): string {
  const [segment, , ...rest] = href.split('/').filter((part) => part !== '');
  return [segment, old, ...rest].join('/');
}

function movedPage(origin: string, href: string): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>This page has moved</title>' +
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">' +
    `<link rel="canonical" href="${origin}${href}"><meta http-equiv="refresh" content="0; url=${href}"></head>` +
    `<body><main><h1>This page has moved</h1><p><a href="${href}">${href}</a></p></main></body></html>\n`
  );
}
