import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './attempt.ts';

const SERVER = `#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { speak, tool } from './speak.mjs';
const given = existsSync('given.txt') ? readFileSync('given.txt', 'utf8') : null;
speak(() => ({ tools: [tool('args', { given,  args: process.argv.slice(2), key: process.env.KEY ?? null, cwd: process.cwd() })] }));
`;

/**
 * An npm registry on this machine with one package, `@example/served@1.2.3`, whose install script would leave a file
 * behind; `distributed` is what the registry adds about the tarball. npm is pointed at it until the test ends; returns
 * that file's path and the integrity of the tarball.
 */
export async function localRegistry(
  manifest: Record<string, unknown> = {},
  distributed: Record<string, unknown> = {},
): Promise<{ trace: string; integrity: string }> {
  const folder = temporaryFolder();
  const trace = join(folder, 'script-has-run');
  const tarball = packed(folder, { ...manifest, scripts: { install: `touch ${trace}` } });
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  await serve(folder, (request, response) => {
    if (request.url?.endsWith('.tgz')) return void response.end(tarball);
    const dist = { tarball: `http://${request.headers.host}/served.tgz`, integrity, ...distributed };
    const version = {
      name: '@example/served',
      version: '1.2.3',
      bin: { served: 'server.mjs' },
      ...manifest,
      hasInstallScript: true,
      dist,
    };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        name: '@example/served',
        'dist-tags': { latest: '1.2.3' },
        versions: { '1.2.3': version },
      }),
    );
  });
  return { trace, integrity };
}

/** A registry that takes every question and answers none. */
export async function silentRegistry(): Promise<void> {
  await serve(temporaryFolder(), () => undefined);
}

async function serve(folder: string, answer: RequestListener): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  pointNpmAt(`http://127.0.0.1:${port}/`, join(folder, 'cache'));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
}

function packed(folder: string, manifest: Record<string, unknown>): Buffer {
  const root = join(folder, 'package');
  mkdirSync(root);
  cpSync(join(import.meta.dirname, 'hostile', 'speak.mjs'), join(root, 'speak.mjs'));
  writeFileSync(join(root, 'server.mjs'), SERVER);
  writeFileSync(
    join(root, 'LICENSE'),
    'Permission is hereby granted, free of charge, to deal without restriction.',
  );
  const about = {
    name: '@example/served',
    version: '1.2.3',
    type: 'module',
    bin: { served: 'server.mjs' },
    ...manifest,
  };
  writeFileSync(join(root, 'package.json'), JSON.stringify(about));
  execFileSync('tar', ['czf', 'served.tgz', 'package'], { cwd: folder });
  return readFileSync(join(folder, 'served.tgz'));
}

function pointNpmAt(registry: string, cache: string): void {
  const variables = { npm_config_registry: registry, npm_config_cache: cache };
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  onTestFinished(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}
