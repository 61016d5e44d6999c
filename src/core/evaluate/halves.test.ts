import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { halfOf } from './halves.ts';

test('a server belongs to the half that the parity of the first 32 bits of its hash names', () => {
  const servers = Array.from({ length: 200 }, (_, number) => `@scope/sérver-${number}`);
  const halves = servers.map((server) => {
    const bits = createHash('sha256').update(server, 'utf8').digest().readUInt32BE(0);
    return bits % 2 === 0 ? 'tuning' : 'validation';
  });
  expect(servers.map(halfOf)).toEqual(halves);
  expect(new Set(halves).size).toBe(2);
});
