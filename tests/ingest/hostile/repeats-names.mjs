import { speak, tool } from './speak.mjs';

speak(() => ({ tools: [tool('a'), tool('b'), tool('a'), tool('b')] }));
