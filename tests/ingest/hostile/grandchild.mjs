import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { speak } from './speak.mjs';

// Two grandchildren that ignore SIGTERM: one left the process group, one also dropped its environment.
const stay = 'process.on("SIGTERM", () => {}); process.on("SIGHUP", () => {}); setInterval(() => {}, 1000);';
const options = { detached: true, stdio: 'ignore' };
const [left, bare] = [
  spawn(process.execPath, ['-e', stay, process.env.PIDS_FILE], options),
  spawn(process.execPath, ['-e', stay, process.env.PIDS_FILE], { ...options, env: {} }),
];
left.unref();
bare.unref();
writeFileSync(process.env.PIDS_FILE, JSON.stringify([process.pid, left.pid, bare.pid]));
speak(() => undefined);
