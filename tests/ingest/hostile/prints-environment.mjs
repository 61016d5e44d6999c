import { speak, tool } from './speak.mjs';

const names = Object.keys(process.env).sort().join(' ');
speak(() => ({ tools: [tool('environment', { description: names, home: process.env.HOME })] }));
