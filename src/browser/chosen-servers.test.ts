import { expect, test } from 'vitest';
import { readChosen, writeChosen } from './chosen-servers.ts';

test('what is written is read back, each server once', () => {
  expect(writeChosen(['stripe', 'gitlab-zereight'])).toBe('#servers=stripe,gitlab-zereight');
  expect(readChosen('#servers=stripe,gitlab-zereight,stripe')).toEqual(['stripe', 'gitlab-zereight']);
  expect([readChosen(''), readChosen('#servers='), writeChosen([])]).toEqual([[], [], '']);
});

test('only ids of a catalogue go into an address or come out of one', () => {
  expect(readChosen('#servers=..%2F..%2Fetc,a/b,A,<b>,https://x,ok')).toEqual(['ok']);
  expect(writeChosen(['a b', '../x', 'ok'])).toBe('#servers=ok');
});
