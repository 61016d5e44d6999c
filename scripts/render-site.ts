/**
 * Renders the pages, as a process of its own: started by the build (see src/pipeline/render.ts) with the
 * folders in its environment. It bundles the pages at once, then waits until the page models are written.
 */
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, build } from 'astro';

const modelsWritten = new Promise<void>((resolve) => {
  process.once('message', () => resolve());
});

// A build that was killed must not leave a process that goes on writing.
const abandon = (): never => process.exit(1);
process.once('disconnect', abandon);

const waitForModels: AstroIntegration = {
  name: 'wait-for-models',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer((prerenderer) => ({
        ...prerenderer,
        getStaticPaths: async () => {
          await modelsWritten;
          return prerenderer.getStaticPaths();
        },
      })),
  },
};

await build({
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'error',
  integrations: [waitForModels],
  vite: {
    logLevel: 'error',
    // The build writes twins and the search index into the same folder at the same time.
    build: { emptyOutDir: false },
  },
});
process.off('disconnect', abandon);
process.disconnect?.();
