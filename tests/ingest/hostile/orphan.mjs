import { spawn } from 'node:child_process';
import { speak, tool } from './speak.mjs';

// A child that starts its own child and ends: the grandchild belongs to nobody. The list itself is fine.
const stay = `process.on('SIGTERM', () => {}); require('fs').writeFileSync(process.env.PIDS_FILE, JSON.stringify([process.pid])); setInterval(() => {}, 1000);`;
const start = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stay)}, process.env.PIDS_FILE], { detached: true, stdio: 'ignore' }).unref();`;
spawn(process.execPath, ['-e', start], { detached: true, stdio: 'ignore' }).unref();
speak(() => ({ tools: [tool('a')] }));
process.stdin.pause();
setTimeout(() => process.stdin.resume(), 800);
