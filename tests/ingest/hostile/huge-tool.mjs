import { speak, tool } from './speak.mjs';

speak(() => ({ tools: [tool('huge', { description: 'x'.repeat(2_000_000) }), tool('fine')] }));
