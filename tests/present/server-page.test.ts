import { expect, test } from 'vitest';
import { faqJsonLd, scriptJson } from '../../src/core/present/json-ld.ts';
import { llmsText } from '../../src/core/present/llms-text.ts';
import type { Shown } from '../../src/core/present/page-model.ts';
import { bareTitle, gist, list, theServer, withArticle } from '../../src/core/present/phrase.ts';
import { serverMarkdown } from '../../src/core/present/server-markdown.ts';
import { serverPage } from '../../src/core/present/server-page.ts';
import { pageOf, type Sample, serverOf } from './sample.ts';

const TOOLS: Sample[] = [
  {
    definition: { name: 'list_notes', description: 'List notes.' },
    verdict: { effects: ['read-sensitive'], flags: ['private', 'untrusted'] },
  },
  {
    definition: { name: 'send_note', description: 'Send a note.' },
    verdict: { effects: ['communicate'], flags: ['outbound'] },
  },
  { definition: { name: 'mystery' } },
];

test('the headline counts the tools by risk and says what stays usable', () => {
  const { facts, subjects } = serverOf(TOOLS);
  expect(serverPage(facts, subjects).headline).toBe(
    'The Acme server has 3 tools: 1 of High risk, 1 of Medium risk and 1 unrated. The highest risk is High. Under the recommended policy 1 stays usable without a person.',
  );
});

test('tools stand strongest first, unrated last', () => {
  const { facts, subjects } = serverOf(TOOLS);
  const page = serverPage(facts, subjects);
  expect(page.tools.map(({ name }) => name)).toEqual(['send_note', 'list_notes', 'mystery']);
});

test('the levels add up to all tools, the unrated among them, and no letter stands for them', () => {
  const { facts, subjects } = serverOf(TOOLS);
  const page = serverPage(facts, subjects);
  expect(page.risks.reduce((sum, { tools }) => sum + tools, 0)).toBe(TOOLS.length);
  expect(page.risks.find(({ id }) => id === 'unrated')).toMatchObject({ tools: 1, href: '/risk/unrated/' });
  expect(serverMarkdown(page)).toContain('No letter sums this up');
});

test('the whole-server policy names every tool once', () => {
  const { facts, subjects } = serverOf(TOOLS);
  const policy = JSON.parse(serverPage(facts, subjects).policy.text);
  expect(Object.keys(policy.tools)).toEqual(['list_notes', 'send_note', 'mystery']);
});

test('a name given twice is a finding on the server page, and the twin has every tool', () => {
  const { facts, subjects } = serverOf([...TOOLS, { definition: { name: 'mystery' } }]);
  const page = serverPage(facts, subjects);
  expect(page.findings.map(({ code }) => code)).toContain('duplicate-tool-name');
  const markdown = serverMarkdown(page);
  for (const { href } of page.tools) expect(markdown).toContain(`${href}index.md`);
});

test('an empty server has a page', () => {
  const { facts, subjects } = serverOf([]);
  expect(serverPage(facts, subjects).headline).toBe('The Acme server listed no tools when it was observed.');
});

test.each([
  ['Stripe', 'the Stripe server'],
  ['Iterable MCP Server', 'the Iterable server'],
  ['mcp-server-neon', 'the neon server'],
  ['GitHub (reference server)', 'the GitHub (reference server)'],
  ['MCP', 'the MCP server'],
  ['MCP Server', 'the MCP server'],
])('%s is %s', (title, words) => {
  expect(theServer(title)).toBe(words);
});

test('words agree', () => {
  expect([withArticle('Execute tool'), withArticle('Read tool')]).toEqual(['an Execute tool', 'a Read tool']);
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(bareTitle('Azure DevOps')).toBe('Azure DevOps');
});

test.each([
  ['Get a user. Then more.', 'Get a user.'],
  ['Get a user, e.g. yours. More.', 'Get a user, e.g. yours.'],
  ['Notion | Create a page\nError Responses:\n400: Bad', 'Notion | Create a page'],
  ['Get the user whose name was\ngiven by the caller.', 'Get the user whose name was given by the caller.'],
  ['\n  Refund a payment.\n\nArgs: none', 'Refund a payment.'],
  ['<use_case>\n  Runs a migration. Then more.', 'Runs a migration.'],
  ['# Overview\nGet a user.', 'Get a user.'],
  ['  ', null],
  [7, null],
])('the gist of %j is %j', (description, first) => {
  expect(gist(description)).toBe(first);
});

test('structured data closes no script element and holds what the page shows', () => {
  const page = pageOf({ name: 'x</script><script>alert(1)', description: 'a\u2028b & <b>' });
  const text = faqJsonLd(page);
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  const questions = JSON.parse(text).mainEntity.map(
    (one: { name: string; acceptedAnswer: { text: string } }) => [one.name, one.acceptedAnswer.text],
  );
  expect(questions).toEqual(page.questions.map(({ question, answer }) => [question, answer]));
});

test('no JSON can close or break a script', () => {
  expect(scriptJson('</script>\u2028\u2029&')).toBe('"\\u003c/script\\u003e\\u2028\\u2029\\u0026"');
});

test('llms.txt names every server with an absolute address', () => {
  const text = llmsText('https://tools.example', [
    { title: 'Acme [x]' as Shown, href: '/servers/acme/', summary: 'Connects.' as Shown, tools: 2 },
  ]);
  expect(text).toContain('- [Acme \\[x\\]](https://tools.example/servers/acme/index.md): Connects. 2 tools.');
});
