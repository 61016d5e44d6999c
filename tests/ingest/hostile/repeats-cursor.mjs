import { speak, tool } from './speak.mjs';

let page = 0;
speak(() => ({ tools: [tool(`t${++page}`)], nextCursor: page % 2 === 0 ? 'even' : 'odd' }));
