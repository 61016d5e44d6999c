import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BulkFile } from '../../src/pipeline/machine/bulk-file.ts';
import { folderWith } from '../commands/run.ts';

const LINES = Array.from(
  { length: 5000 },
  (_, index) => `${JSON.stringify({ index, text: 'é'.repeat(index % 90) })}\n`,
);

async function written(lines: readonly string[]): Promise<Buffer> {
  const path = join(folderWith({}), 'deep/er/tools.jsonl.gz');
  const bulk = new BulkFile(path);
  for (const line of lines) await bulk.add(line);
  await bulk.finish();
  return readFileSync(path);
}

test('what was added comes out again', async () => {
  expect(gunzipSync(await written(LINES)).toString()).toBe(LINES.join(''));
  expect(gunzipSync(await written([])).toString()).toBe('');
});

test('the same lines are the same bytes, without a time or the name of a system', async () => {
  const [one, two] = [await written(LINES), await written(LINES)];
  expect(one.equals(two)).toBe(true);
  expect([...one.subarray(4, 8), one[9]]).toEqual([0, 0, 0, 0, 255]);
});

test('a file in no possible place is an error', () => {
  expect(() => new BulkFile('/dev/null/x/tools.jsonl.gz')).toThrow();
});
