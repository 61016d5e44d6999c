import { expect, test } from 'vitest';
import { escapeHidden } from '../tool/hidden.ts';
import { shown, shownLine, shownSegments } from './shown.ts';

test.each([
  ['a zero-width space', 'a\u200bb', 'a⟦U+200B⟧b'],
  ['a right-to-left override', '\u202egpj', '⟦U+202E⟧gpj'],
  ['a tag character', 'x\u{E0041}', 'x⟦U+E0041⟧'],
  ['an escape for the terminal', '\u001b[31m', '⟦U+001B⟧[31m'],
  ['a bell and a delete', '\u0007\u007f', '⟦U+0007⟧⟦U+007F⟧'],
  ['half a character', '\ud800', '⟦U+D800⟧'],
  ['a line separator', 'a\u2028b', 'a⟦U+2028⟧b'],
  ['a letter that prints nothing', 'a\u3164b\u2800', 'a⟦U+3164⟧b⟦U+2800⟧'],
  ['a variation selector that carries data', 'a\u{E0101}\ufe01', 'a⟦U+E0101⟧⟦U+FE01⟧'],
  ['a joiner between letters', 'a\u200db', 'a⟦U+200D⟧b'],
  ['a carriage return alone', 'a\rb', 'a⟦U+000D⟧b'],
  ['a soft hyphen', 'a\u00adb', 'a⟦U+00AD⟧b'],
])('%s is spelled out', (_, text, spelled) => {
  expect(shown(text)).toBe(spelled);
});

test.each([['a\n\tb'], ['a\r\nb'], ['👩‍🚀 ⚠️'], ['naïve 获取 שלום'], ['']])('%j stays as it is', (text) => {
  expect(shown(text)).toBe(text);
});

test('on one line, newlines and tabs are spelled out as well', () => {
  expect(shownLine('a\r\nb\nc\td\u202e')).toBe('a⟦U+000D⟧⟦U+000A⟧b⟦U+000A⟧c⟦U+0009⟧d⟦U+202E⟧');
  expect(shownLine('plain')).toBe('plain');
});

test('segments set the spelled-out characters apart and keep the marks', () => {
  expect(shownSegments('a\u200bb', [2])).toEqual([
    { text: 'a', marks: [2] },
    { text: '⟦U+200B⟧', marks: [2], hidden: true },
    { text: 'b', marks: [2] },
  ]);
  expect(shownSegments('')).toEqual([]);
});

test('JSON shows its hidden characters as escapes of the same value', () => {
  const value = { 'a\u202e': 'b\u{E0041}\n获取' };
  const text = escapeHidden(JSON.stringify(value));
  expect(text).toBe('{"a\\u202e":"b\\udb40\\udc41\\n获取"}');
  expect(JSON.parse(text)).toEqual(value);
});
