import { speak, tool } from './speak.mjs';

// Not hostile, only careless: a greeting for people on stdout.
process.stdout.write('Server running!\n');
speak(() => ({ tools: [tool('a')] }));
