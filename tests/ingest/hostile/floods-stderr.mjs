import { speak } from './speak.mjs';

speak(() => undefined);
const chunk = 'noise\n'.repeat(100_000);
const flood = () => {
  while (process.stderr.write(chunk));
  process.stderr.once('drain', flood);
};
flood();
