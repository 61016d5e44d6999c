import { expect, test } from 'vitest';
import { refusal } from './send.ts';

test.each([
  [400, '{"error": "No."}', 'The message was refused (status 400): No.'],
  [400, '{"error": {"code": 7}}', 'The message was refused (status 400).'],
  [400, '{broken', 'The message was refused (status 400).'],
  [404, '<!doctype html><p>Not here', 'The message was refused (status 404).'],
  [500, ' Back\n at  noon. ', 'The receiving server failed (status 500): Back at noon.'],
])('an answer of status %i with %j', (status, text, says) => {
  expect(refusal(status, text)).toBe(says);
});

test('an answer is a stranger: it is cut, and its hidden characters are spelled out', () => {
  expect(refusal(400, 'a'.repeat(1000)).length).toBeLessThan(360);
  expect(refusal(400, 'a\u202eb')).toContain('⟦U+202E⟧');
});
