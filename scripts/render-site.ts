/**
 * Renders the pages, as a process of its own: started by the build (see src/pipeline/render.ts) with the
 * folders in its environment. It bundles the pages at once, and renders the pages of a server as soon as its
 * page models are written.
 */
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, build } from 'astro';
import type { RenderMessage } from '../src/pipeline/render.ts';
import { SiteFiles } from '../src/pipeline/site-files.ts';

/** Something the build will say once; whoever needs it waits. */
class Announcements {
  readonly #made = new Map<string, PromiseWithResolvers<void>>();

  announce(name: string): void {
    this.#of(name).resolve();
  }

  heard(name: string): Promise<void> {
    return this.#of(name).promise;
  }

  #of(name: string): PromiseWithResolvers<void> {
    const known = this.#made.get(name) ?? Promise.withResolvers<void>();
    this.#made.set(name, known);
    return known;
  }
}

const OVERVIEW = '';
const site = new SiteFiles(process.env['TOOLWARDEN_OUT'] ?? 'dist');
const written = new Announcements();
process.on('message', (message: RenderMessage) => {
  written.announce('server' in message ? message.server : OVERVIEW);
});

// A build that was killed must not leave a process that goes on writing.
const abandon = (): never => process.exit(1);
process.once('disconnect', abandon);

/** The server whose page models a page is made of; null where it needs none. */
function serverOf(pathname: string): string | null {
  return /^\/?(?:servers|tools)\/([^/]+)/.exec(pathname)?.[1] ?? null;
}

/** Pages of one server together, in the order in which servers are written: its models are parsed once. */
function byServer<T extends { pathname: string }>(paths: T[]): T[] {
  const groups = Map.groupBy(paths, ({ pathname }) => serverOf(pathname) ?? OVERVIEW);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => group);
}

/**
 * Writes a page and returns an answer without a body, for which Astro writes no file. Astro writes through its
 * thread pool, four hand-overs a page, which for thousands of small pages costs more than rendering them.
 */
async function storedPage(pathname: string, response: Response): Promise<Response> {
  if (response.status !== 200) return response;
  site.write(`${pathname.slice(1)}index.html`, new Uint8Array(await response.arrayBuffer()));
  return new Response(null);
}

const followTheBuild: AstroIntegration = {
  name: 'follow-the-build',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer((prerenderer) => ({
        ...prerenderer,
        getStaticPaths: async () => {
          await written.heard(OVERVIEW);
          return byServer(await prerenderer.getStaticPaths());
        },
        render: async (request, options) => {
          const { pathname } = new URL(request.url);
          const server = serverOf(pathname);
          if (server === null) return prerenderer.render(request, options);
          await written.heard(server);
          const rendered = await prerenderer.render(request, options);
          return storedPage(pathname, rendered instanceof Response ? rendered : rendered.response);
        },
      })),
  },
};

await build({
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'error',
  integrations: [followTheBuild],
  vite: {
    logLevel: 'error',
    // The build writes twins and the search index into the same folder at the same time.
    build: { emptyOutDir: false },
  },
});
process.off('disconnect', abandon);
process.disconnect?.();
