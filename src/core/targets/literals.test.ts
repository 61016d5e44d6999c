import { expect, test } from 'vitest';
import { cedarLiteral, codeLiteral, jsonLiteral, re2Literal, shellWord } from './literals.ts';

const HARD = 'a"b\\c\n\u0000\u007f\u202e\u{E0041}é';

test('a string of Rego is one of JSON, in ASCII where characters hide', () => {
  expect(jsonLiteral(HARD)).toBe('"a\\"b\\\\c\\n\\u0000\\u007f\\u202e\\udb40\\udc41é"');
  expect(JSON.parse(jsonLiteral(HARD))).toBe(HARD);
});

test('a string of CEL or Python has one escape for a character beyond the basic plane', () => {
  expect(codeLiteral(HARD)).toBe('"a\\"b\\\\c\\n\\u0000\\u007f\\u202e\\U000e0041é"');
});

test('a string of Cedar has whatever is not printable ASCII as an escape', () => {
  expect(cedarLiteral(HARD)).toBe('"a\\"b\\\\c\\u{a}\\u{0}\\u{7f}\\u{202e}\\u{e0041}\\u{e9}"');
});

test('a word of a shell ends at its own end', () => {
  expect(shellWord("it's $HOME `x` \\")).toBe("'it'\\''s $HOME `x` \\'");
});

test('a pattern of RE2 matches one text', () => {
  expect(re2Literal('a.b|c\n天')).toBe('a\\x{2e}b\\x{7c}c\\x{a}\\x{5929}');
});
