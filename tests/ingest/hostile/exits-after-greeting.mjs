import { speak } from './speak.mjs';

speak(() => process.exit(0));
