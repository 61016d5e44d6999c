import { expect, test } from 'vitest';
import { affirmed } from './affirmed.ts';

test.each([
  ['It does not delete rows.', 'It does delete rows.'],
  ['Never sends mail; cannot pay.', 'sends mail; can pay.'],
  ['Lists rows without changing them.', 'Lists rows and changing them.'],
  ["Doesn't write. Won't run.", 'Does write. can run.'],
])('%j is read as %j', (description, read) => {
  const schema = (text: string) => ({ properties: { no: { description: text, enum: ['not'] } } });
  expect(affirmed({ name: 'not', description, inputSchema: schema(description) })).toEqual({
    name: 'not',
    description: read,
    inputSchema: schema(read),
  });
});
