import { expect, test } from 'vitest';
import { readBody } from './body.ts';

const WHOLE = `## Mechanism

Two lines
are one paragraph.

## Preconditions

- One item
  goes on here.
- Another one.

## What to do

Act.`;

test('headings open parts, lines join to paragraphs, dashes make lists', () => {
  expect(readBody(WHOLE)).toEqual({
    problems: [],
    body: {
      mechanism: ['Two lines are one paragraph.'],
      preconditions: [['One item goes on here.', 'Another one.']],
      response: ['Act.'],
    },
  });
});

test.each([
  ['a missing part', WHOLE.replace('## What to do\n\nAct.', ''), 0, 'Nothing stands under "## What to do".'],
  ['an empty part', WHOLE.replace('Act.', ''), 0, 'Nothing stands under "## What to do".'],
  ['a heading twice', WHOLE.replace('What to do', 'Mechanism'), 11, 'This heading stands here twice.'],
  [
    'an unknown heading',
    WHOLE.replace('Act.', '## Notes'),
    13,
    'The heading "Notes" is none of Mechanism, Preconditions, What to do.',
  ],
  ['a link', WHOLE.replace('Act.', 'See [this](https://x.example).'), 13, 'holds markup'],
  ['code', WHOLE.replace('goes on', 'runs `rm`'), 8, 'holds markup'],
  ['an element', WHOLE.replace('Act.', '<b>Act.</b>'), 13, 'holds markup'],
  ['words before the first heading', `Words.\n\n${WHOLE}`, 0, 'This stands before the first heading.'],
])('%s is told with its line, and there is no body', (_, text, line, message) => {
  const { body, problems } = readBody(text);
  expect(body).toBeNull();
  expect(problems).toContainEqual({ line, message: expect.stringContaining(message) });
});
