import { spawn } from 'node:child_process';
import { speak, tool } from './speak.mjs';

// Two that drop their environment and whose parents end: one in a session of its own, started by a child that stays
// for a while, and one in a group of its own.
const file = process.env.PIDS_FILE;
const note = `require('fs').appendFileSync(${JSON.stringify(file)}, process.pid + ' '); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
const start = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(note)}], { detached: true, stdio: 'ignore', env: {} }).unref(); setTimeout(() => {}, 700);`;
spawn(process.execPath, ['-e', start], { detached: true, stdio: 'ignore' }).unref();
spawn('bash', ['-c', 'set -m; env -i "$0" -e "$1" & disown; exit 0', process.execPath, note], {
  stdio: 'ignore',
});
setTimeout(() => speak(() => ({ tools: [tool('a')] })), 1_500);
