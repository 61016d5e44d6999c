/**
 * Renders the pages, as a process of its own: started by the build (see src/pipeline/render.ts) with the
 * folders in its environment. It bundles the pages at once, then waits until the page models are written.
 */
import { build } from 'astro';

const modelsWritten = new Promise<void>((resolve) => {
  process.once('message', () => resolve());
});

// A build that was killed must not leave a process that goes on writing.
const abandon = (): never => process.exit(1);
process.once('disconnect', abandon);

await build({
  logLevel: 'error',
  vite: {
    logLevel: 'error',
    plugins: [{ name: 'wait-for-models', writeBundle: () => modelsWritten }],
  },
});
process.off('disconnect', abandon);
process.disconnect?.();
