// @ts-check
import { defineConfig } from 'astro/config';

/** The pipeline says where a build reads page models, where it writes, and which origin it is for. */
const { TOOLWARDEN_OUT = 'dist', TOOLWARDEN_SITE = 'http://localhost:4321' } = process.env;

export default defineConfig({
  site: TOOLWARDEN_SITE,
  outDir: TOOLWARDEN_OUT,
  trailingSlash: 'always',
  // The default strips spaces between inline elements as JSX does; prose needs them.
  compressHTML: true,
  build: {
    format: 'directory',
    // Rendering is bound by the processor and writing by the disk: overlapping them keeps both busy.
    concurrency: 16,
    // One stylesheet, cached by every page; nothing inline that the policy would need a hash for.
    inlineStylesheets: 'never',
  },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: false },
  },
});
