import { expect, test } from 'vitest';
import { pageOf } from '../../../tests/present/sample.ts';

/** The fields of a mail link, as a mail program reads them. */
function mailOf(href: string): { subject: string; body: string } {
  expect(href).toMatch(/^mailto:\?subject=[A-Za-z0-9._~%-]+&body=[A-Za-z0-9._~%-]+$/);
  const [subject = '', body = ''] = href.slice('mailto:?subject='.length).split('&body=');
  return { subject: decodeURIComponent(subject), body: decodeURIComponent(body) };
}

test('the link holds the tool, its page, the verdict and the hash of the definition', () => {
  const page = pageOf({ name: 'sweep' }, { effects: ['delete-one'] });
  const { subject, body } = mailOf(page.contest.href);
  expect(subject).toBe('Verdict contested: acme/sweep');
  expect(body.split('\r\n')).toEqual([
    'Tool: acme/sweep',
    'Page: /tools/acme/sweep/',
    `Definition: ${page.definitionHash}`,
    'Verdict: Destructive, High, high confidence',
    'Effects: delete-one',
    '',
    'It should be:',
    '',
  ]);
  for (const line of body.trimEnd().split('\r\n').slice(0, 5)) expect(page.contest.text).toContain(line);
});

test.each([
  ['a second recipient', 'x&to=thief@example.org&cc=a@example.org'],
  ['a header', 'x\r\nBcc: thief@example.org'],
  ['an encoded header', 'x%0D%0ABcc: thief@example.org'],
  ['the end of an attribute', `"><script>alert(1)</script>'`],
  ['the end of a link of Markdown', ') [click](javascript:alert(1)) ('],
  ['half a character', '\ud800x'],
  ['hidden characters', 'a\u202eb\u0000c'],
  ['ten thousand characters', '😀x'.repeat(5000)],
])('a name with %s stays in its place', (_, name) => {
  const page = pageOf({ name }, { effects: ['compute'] });
  const { subject, body } = mailOf(page.contest.href);
  expect(subject).toMatch(/^Verdict contested: acme\/[^\r\n]{1,110}$/u);
  expect(body.split('\r\n')).toHaveLength(8);
  expect(page.contest.href.length).toBeLessThan(3000);
  expect(page.contest.text.split('\n')).toHaveLength(11);
});
