/**
 * Plain JavaScript on purpose: it must run on the Node that is too old for everything else.
 * npm scripts find Node 24 through the `node` package; a direct call on an older Node is handed over to it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isRecent = major > 22 || (major === 22 && minor >= 18);

if (!isRecent) {
  const bundled = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(bundled)) {
    process.stderr.write(
      `Toolwarden needs Node 22.18 or newer and this is ${process.versions.node}.\n` +
        'The npm package "node" brings Node 24, but its install script did not run here.\n' +
        'Run: npm rebuild node   (npm 11 asks first: npm approve-scripts node), or install Node 24.\n',
    );
    process.exit(2);
  }
  await handOver(bundled);
}

/** Never returns: this process passes signals on, and ends as the other one ends. */
async function handOver(program) {
  const child = spawn(program, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  await new Promise(() => {
    child.once('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      process.exit(2);
    });
    child.once('exit', (code, signal) => {
      if (signal === null) process.exit(code ?? 1);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}
