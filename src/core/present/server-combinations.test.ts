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
      { does: '1 tool takes in text from outsiders', tools: [{ text: 'list_notes' }], rest: [] },
      { does: '1 tool reads private data', tools: [{ text: 'list_notes' }], rest: [] },
      {
        does: '1 tool sends data out',
        tools: [{ text: 'send_note', href: '/tools/acme/send_note/' }],
        rest: [],
      },
    ],
  });
  expect(found?.change.tools.map(({ text }) => text)).toEqual(['send_note']);
  expect(found?.change.says).toContain('1 tool to deny, and as far as the definitions tell it is broken.');
});

test('a server that cannot send anything out forms none, and its twin has no such section', () => {
  const { facts, subjects } = serverOf(TOOLS.slice(0, 1));
  expect(combinationsOf(subjects)).toBeNull();
  expect(serverMarkdown(serverPage(facts, subjects))).not.toContain('can do together');
});

test('a part that many tools carry names the five riskiest at once and has the rest, and the twin names all', () => {
  const more = Array.from(
    { length: 6 },
    (_, index): Sample => ({
      definition: { name: `fetch_${index}` },
      verdict: { effects: ['fetch-any'], signals: ['url'] },
    }),
  );
  const { facts, subjects } = serverOf([...more, ...TOOLS]);
  const way = combinationsOf(subjects)?.list[0]?.legs[2];
  expect(way?.does).toBe('7 tools send data out or request an address that the caller gives');
  expect(way?.tools.map(({ text }) => text)).toEqual([
    'send_note',
    'fetch_0',
    'fetch_1',
    'fetch_2',
    'fetch_3',
  ]);
  expect(way?.rest).toMatchObject([{ text: 'fetch_4', href: '/tools/acme/fetch_4/' }, { text: 'fetch_5' }]);
  const twin = serverMarkdown(serverPage(facts, subjects));
  const [line = ''] = twin.split('\n').filter((one) => one.startsWith('- 7 tools send data out'));
  for (const { definition } of [...more, ...TOOLS.slice(1)])
    expect(line).toContain(`/tools/acme/${definition.name}/index.md`);
});
