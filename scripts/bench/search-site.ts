import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Classifier } from '../../src/core/classify/classifier.ts';
import { SearchIndex } from '../../src/pipeline/search-index.ts';
import { SiteFiles } from '../../src/pipeline/site-files.ts';
import { readSources } from '../../src/pipeline/sources.ts';
import { surveyServers } from '../../src/pipeline/survey.ts';

/** Writes the search index of a file of definitions, given `times` times over under other servers, as `build` would. */
export async function writeSearchIndex(
  input: string,
  times: number,
  folder: string,
  classifier: Classifier,
): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const { sources } = await readSources([input], folder);
  const { servers } = surveyServers(sources, classifier, () => {});
  const index = new SearchIndex();
  let tools = 0;
  for (let copy = 0; copy < times; copy++) {
    for (const { source, rows } of servers) {
      const definitions = source.read().server?.definitions ?? [];
      for (const [at, row] of rows.entries()) {
        const definition = definitions[at];
        if (definition === undefined) continue;
        const server = copy === 0 ? row.server : `${row.server}-${copy}`;
        index.add({ row: { ...row, server, href: row.href.replace(row.server, server) }, definition });
        tools += 1;
      }
    }
  }
  index.write(new SiteFiles(folder));
  return tools;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves a built site compressed, as hosts do, with the search index of another folder in place of its own. */
export async function serveCompressed(
  site: string,
  indexFolder: string,
): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    const isIndex = pathname.startsWith('/search/') && pathname.endsWith('.json');
    const file = join(
      isIndex ? indexFolder : site,
      pathname.endsWith('/') ? `${pathname}index.html` : pathname,
    );
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const head = { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', 'Content-Encoding': 'gzip' };
    response.writeHead(200, head).end(gzipSync(readFileSync(file)));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}
