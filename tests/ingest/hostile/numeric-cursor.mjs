import { speak, tool } from './speak.mjs';

speak(() => ({ tools: [tool('a')], nextCursor: 7 }));
