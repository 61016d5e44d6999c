import { speak } from './speak.mjs';

speak(() => ({ tools: { a: {} } }));
