import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runBuild } from '../../scripts/run-build.ts';
import { type SiteServer, serveSite } from '../../scripts/site-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built embedded catalogue answers, without a slash at the end; and its folder. */
    site: string;
    siteFolder: string;
    /** The same for `tests/fixtures/hostile-catalog`. */
    hostileSite: string;
    hostileFolder: string;
  }
}

/** Builds and serves the sites that `*.site.test.ts` look at, once for all of them, with the code of the commands. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'toolwarden-site-'));
  const embedded = await builtAndServed('catalog', join(folder, 'embedded'));
  const hostile = await builtAndServed('tests/fixtures/hostile-catalog', join(folder, 'hostile'));
  project.provide('site', embedded.url);
  project.provide('siteFolder', join(folder, 'embedded'));
  project.provide('hostileSite', hostile.url);
  project.provide('hostileFolder', join(folder, 'hostile'));
  return async () => {
    await Promise.all([embedded.close(), hostile.close()]);
    rmSync(folder, { recursive: true });
  };
}

async function builtAndServed(catalog: string, out: string): Promise<SiteServer> {
  const { built, findings } = await runBuild(
    { catalog: [catalog], out, site: 'https://example.org' },
    () => {},
  );
  if (built === null) {
    const errors = findings.filter((finding) => finding.severity === 'error');
    throw new Error(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
  }
  return serveSite(out, 'localhost', 0);
}
