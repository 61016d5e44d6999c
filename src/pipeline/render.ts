import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The process that turns page models into pages. The pipeline knows its folders and nothing of how it works. */
export interface Render {
  /** Tells it that the page models are written. */
  modelsAreWritten(): void;
  /** Rejects with what the process printed when it fails. */
  finished: Promise<void>;
  stop(): void;
}

const RENDERER = fileURLToPath(new URL('../../scripts/render-site.ts', import.meta.url));
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

export function startRender(folders: { models: string; out: string; site: string }): Render {
  const child = spawn(process.execPath, ['--no-warnings', RENDERER], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      TOOLWARDEN_MODELS: folders.models,
      TOOLWARDEN_OUT: folders.out,
      TOOLWARDEN_SITE: folders.site,
    },
  });
  const finished = completion(child);
  // Whoever awaits it hears of a failure; until then it must not end the process.
  finished.catch(() => {});
  return {
    modelsAreWritten: () => child.connected && child.send('models are written'),
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
