import { speak, tool } from './speak.mjs';

speak(({ cursor }) =>
  cursor === undefined ? { tools: [tool('first')], nextCursor: '' } : { tools: [tool(`after "${cursor}"`)] },
);
