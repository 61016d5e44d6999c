import { expect, test } from 'vitest';
import type { Recall } from '../indicators/recall.ts';
import { sectionsMarkdown } from './document-markdown.ts';
import { techniqueSection } from './methodology-techniques.ts';

const none = { found: 0, of: 0 };
const recall = (found: number, of: number): Recall => ({
  hard: { found, of },
  soft: none,
  byIndicator: [{ id: 'TP-08', hard: { found, of }, soft: none }],
});

test('the section tells what each half found, what was found first, and what is found where nothing is', () => {
  const text = sectionsMarkdown([
    techniqueSection({
      own: recall(4, 4),
      blind: recall(9, 10),
      read: recall(5, 5),
      unread: recall(4, 5),
      honest: { hard: { found: 0, of: 7 }, soft: { found: 1, of: 7 } },
      record: {
        firstRun: {
          date: '2026-01-02',
          read: { hard: { found: 3, of: 5 }, soft: none },
          unread: { hard: { found: 2, of: 5 }, soft: none },
        },
        corpus: {
          date: '2026-01-03',
          command: 'npm run bench -- indicators',
          definitions: 1000,
          hard: 1,
          soft: 2,
          byIndicator: { 'TP-08': { hard: 1, soft: 0, note: 3 } },
        },
      },
    }),
  ]);
  expect(text).toContain('| Blind set, half not read | 4 of 5 (80.0%) | – |');
  expect(text).toContain('| First run (2026-01-02), half not read | 2 of 5 (40.0%) | – |');
  expect(text).toContain(
    'Of 7 honest definitions written to come close, 0 show a hard indicator and 1 a soft one.',
  );
  expect(text).toMatch(/\| `TP-08` \| words that ask to conceal .* \| 4 of 4 \| 9 of 10 \|/);
  expect(text).toContain('Of 1000 real definitions');
});
