/** `_headers`: what the host must send with the files, in the format that several static hosts read. */
export function siteHeaders(contentSecurityPolicy: string): string {
  const rules: [string, [string, string][]][] = [
    [
      '/*',
      [
        // Browsers obey frame-ancestors in the header only.
        ['Content-Security-Policy', `${contentSecurityPolicy}; frame-ancestors 'none'`],
        ['X-Content-Type-Options', 'nosniff'],
        ['Referrer-Policy', 'no-referrer'],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
        // Public files without cookies: any page may read them. Said once, since hosts join what is said twice.
        ['Access-Control-Allow-Origin', '*'],
      ],
    ],
    ['/*.md', [['Content-Type', 'text/markdown; charset=utf-8']]],
    ['/llms.txt', [['Content-Type', 'text/plain; charset=utf-8']]],
    ['/*/feed.atom', [['Content-Type', 'application/atom+xml; charset=utf-8']]],
    ['/*/feed.json', [['Content-Type', 'application/feed+json; charset=utf-8']]],
    ['/*.csv', [['Content-Type', 'text/csv; charset=utf-8']]],
    ['/*.gz', [['Content-Type', 'application/gzip']]],
    ['/opensearch.xml', [['Content-Type', 'application/opensearchdescription+xml; charset=utf-8']]],
    ['/_astro/*', [['Cache-Control', 'public, max-age=31536000, immutable']]],
  ];
  return rules
    .map(([path, headers]) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('');
}
