import { expect, test } from 'vitest';
import { escapeXml } from './xml.ts';

test('nothing of a text is markup', () => {
  expect(escapeXml(`<a href="x">&amp;]]>`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;]]&gt;');
});

test('what XML cannot hold is replaced, and everything else stays', () => {
  expect(escapeXml('a\u0000b\u001bc\uD800d\uFFFEe')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
  expect(escapeXml('tab\t line\n é 漢 😀')).toBe('tab\t line\n é 漢 😀');
});
