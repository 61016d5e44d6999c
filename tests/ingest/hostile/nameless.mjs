import { speak } from './speak.mjs';

speak(() => ({ tools: [{ description: 'no name' }, { name: 7 }, 'text'] }));
