import { expect, test } from 'vitest';
import type { Count } from './page-model.ts';
import { profileParts, profileSays } from './profile.ts';

function counts(...tools: number[]): Count[] {
  const labels = ['Critical', 'High', 'Medium', 'Low', 'Unrated'];
  return tools.map((number, index) => ({ id: '', label: labels[index] ?? '', href: '', tools: number }));
}

test('parts follow each other and fill the bar', () => {
  const parts = profileParts(counts(1, 0, 1, 1));
  expect(parts.map(({ label, start, width }) => [label, start, width])).toEqual([
    ['Critical', 0, 33.3],
    ['Medium', 33.3, 33.4],
    ['Low', 66.7, 33.3],
  ]);
});

test('the text holds every number, and no share reads as none or all that is not', () => {
  expect(profileSays(counts(1, 0, 999))).toBe(
    'Risk profile of 1000 tools: 1 Critical (under 1%) and 999 Medium (over 99%).',
  );
  expect(profileSays(counts(2, 2))).toBe('Risk profile of 4 tools: 2 Critical (50%) and 2 High (50%).');
  expect(profileSays(counts(0))).toBe('Risk profile: no tools.');
});
