import { speak } from './speak.mjs';

// Unknown keys at every level, a tool without inputSchema, and keys that are not in order.
speak(() => ({
  tools: [
    {
      zeta: { nested: [3, 1, 2], alpha: null },
      name: 'unknown-keys',
      inputSchema: { type: 'object', 'x-own': true },
    },
    { name: 'no-schema' },
    { name: 'wrong-types', description: 7, inputSchema: 'text', annotations: [] },
  ],
  more: 'about the list',
}));
