import { escapeXml } from '../xml.ts';

/** `/opensearch.xml`: how a browser searches the catalogue from its own bar. Source: OpenSearch 1.1, draft 6. */
export function openSearch(site: string): string {
  const url = (type: string, template: string): string =>
    `<Url type="${type}" template="${escapeXml(site + template)}"/>`;
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    '<ShortName>Toolwarden</ShortName>',
    '<Description>What every catalogued MCP tool can do</Description>',
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image width="16" height="16" type="image/svg+xml">${escapeXml(site)}/favicon.svg</Image>`,
    url('text/html', '/search/?q={searchTerms}'),
    '</OpenSearchDescription>',
  ].join('\n')}\n`;
}
