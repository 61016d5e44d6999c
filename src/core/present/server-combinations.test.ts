import { expect, test } from 'vitest';
import { type Sample, serverOf } from '../../../tests/present/sample.ts';
import { combinationsOf } from './server-combinations.ts';
import { serverMarkdown } from './server-markdown.ts';
import { serverPage } from './server-page.ts';

const TOOLS: Sample[] = [
  {
    definition: { name: 'list_notes', description: 'List notes.' },
    verdict: { effects: ['read-sensitive'], flags: ['private', 'untrusted'] },
  },
  {
    definition: { name: 'send_note', description: 'Send a note.' },
    verdict: { effects: ['communicate'], flags: ['outbound'] },
  },
];

test('a combination names the tools of each part, and what breaks it', () => {
  const found = combinationsOf(serverOf(TOOLS).subjects);
  expect(found?.list[0]).toMatchObject({
    id: 'theft',
    standing: 'Under the recommended policy a person has to approve a call before it comes together.',
    legs: [
      { does: '1 tool takes in text from outsiders', tools: [{ text: 'list_notes' }], more: 0 },
      { does: '1 tool reads private data', tools: [{ text: 'list_notes' }], more: 0 },
      {
        does: '1 tool sends data out',
        tools: [{ text: 'send_note', href: '/tools/acme/send_note/' }],
        more: 0,
      },
    ],
  });
  expect(found?.change.tools.map(({ text }) => text)).toEqual(['send_note']);
  expect(found?.change.says).toContain('1 tool to deny, and it is broken.');
});

test('a server that cannot send anything out forms none, and its twin has no such section', () => {
  const { facts, subjects } = serverOf(TOOLS.slice(0, 1));
  expect(combinationsOf(subjects)).toBeNull();
  expect(serverMarkdown(serverPage(facts, subjects))).not.toContain('can do together');
});

test('a part that many tools carry names five and counts the rest', () => {
  const more = Array.from(
    { length: 6 },
    (_, index): Sample => ({
      definition: { name: `send_${index}` },
      verdict: { effects: ['communicate'], flags: ['outbound'] },
    }),
  );
  const { facts, subjects } = serverOf([...TOOLS, ...more]);
  expect(combinationsOf(subjects)?.list[0]?.legs[2]).toMatchObject({ tools: { length: 5 }, more: 2 });
  expect(serverMarkdown(serverPage(facts, subjects))).toContain('and 2 more');
});
