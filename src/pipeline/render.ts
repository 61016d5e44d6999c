import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The process that turns page models into pages. The pipeline knows its folders and nothing of how it works. */
export interface Render {
  /** Tells it that what spans the catalogue is written: addresses are known and rendering may begin. */
  overviewIsWritten(): void;
  /** Tells it that the page models of one server are written. */
  serverIsWritten(id: string): void;
  /** Rejects with what the process printed when it fails. */
  finished: Promise<void>;
  stop(): void;
}

const RENDERER = fileURLToPath(new URL('../../scripts/render-site.ts', import.meta.url));
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

/** What the renderer hears from the build. */
export type RenderMessage = { overview: true } | { server: string };

export interface RenderRequest {
  models: string;
  out: string;
  /** Holds `out`; what the renderer needs besides goes here too. */
  root: string;
  /** Canonical origin, without a slash at the end. */
  site: string;
  contactEndpoint: string | null;
  contactMail: string | null;
}

export function startRender(request: RenderRequest): Render {
  // Astro bundles below its working directory and runs the bundle from there: a folder of this build alone,
  // so that two builds never meet, in which packages are found through a link.
  symlinkSync(join(CHECKOUT, 'node_modules'), join(request.root, 'node_modules'));
  const child = spawn(process.execPath, ['--no-warnings', '--max-semi-space-size=64', RENDERER], {
    cwd: request.root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      // Astro is many modules; compiled once, they start in half the time at the next build.
      NODE_COMPILE_CACHE: join(CHECKOUT, 'node_modules/.cache/compiled'),
      TOOLWARDEN_MODELS: request.models,
      TOOLWARDEN_OUT: request.out,
      TOOLWARDEN_SITE: request.site,
      TOOLWARDEN_CONTACT: request.contactEndpoint ?? '',
      TOOLWARDEN_CONTACT_MAIL: request.contactMail ?? '',
    },
  });
  const finished = completion(child);
  // Whoever awaits it hears of a failure; until then it must not end the process.
  finished.catch(() => {});
  const tell = (message: RenderMessage): void => {
    if (child.connected) child.send(message, () => {});
  };
  return {
    overviewIsWritten: () => tell({ overview: true }),
    serverIsWritten: (id) => tell({ server: id }),
    finished,
    stop: () => child.kill('SIGKILL'),
  };
}

async function completion(child: ChildProcess): Promise<void> {
  let printed = '';
  const keep = (chunk: Buffer): void => {
    printed = (printed + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0)
    throw new Error(`Rendering the pages failed (${signal ?? `exit code ${code}`}):\n${printed}`);
}
