import { spawn } from 'node:child_process';
import { speak, tool } from './speak.mjs';

// Within milliseconds, and before the first answer: no marker, a session of its own, no parent.
const stay = `trap '' TERM HUP; echo up > '${process.env.PIDS_FILE}'; while :; do sleep 1; done`;
const start = 'setsid /bin/sh -c "$1" >/dev/null 2>&1 </dev/null & exit 0';
spawn('/bin/sh', ['-c', start, 'sh', stay], { env: {}, detached: true, stdio: 'ignore' }).unref();
setTimeout(() => speak(() => ({ tools: [tool('a')] })), 500);
