import { speak } from './speak.mjs';

// Greets, then never answers tools/list, and stays when its input is closed.
speak(() => undefined);
setInterval(() => undefined, 1_000);
