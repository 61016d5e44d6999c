import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPastedText } from './pasted-text.ts';

const fixture = (name: string): string => readFileSync(`tests/fixtures/stack/${name}`, 'utf8');

test.each([
  'claude-desktop.json',
  'claude-code.json',
  'cursor.json',
  'vscode.json',
  'codex.toml',
  'gemini.json',
])('%s is a configuration', (name) => {
  const { pasted, findings } = readPastedText(fixture(name));
  expect([pasted?.kind, findings]).toEqual(['configuration', []]);
});

test('an answer of tools/list, its result and its list are definitions', () => {
  const whole = JSON.parse(fixture('tools-list.json'));
  for (const value of [whole, whole.result, whole.result.tools]) {
    const { pasted } = readPastedText(JSON.stringify(value));
    expect(pasted).toMatchObject({ kind: 'definitions', definitions: [{ name: 'read_inbox' }, {}, {}] });
  }
});

test('of two tools of one name the first stands for both', () => {
  const { pasted } = readPastedText('[{"name": "a", "title": "1"}, {"name": "a", "title": "2"}]');
  expect(pasted).toEqual({ kind: 'definitions', definitions: [{ name: 'a', title: '1' }] });
});

test.each([
  ['a tool without a name', '{"tools": [\n {"name": "a"},\n {}\n]}', 3],
  ['an object that is neither', '{"x": 1}', 1],
  ['a bare value', '7', 1],
  ['an empty list of servers', '{\n"mcpServers": {}}', 1],
])('%s is told at its line', (_, text, line) => {
  const { pasted, findings } = readPastedText(text);
  expect(pasted).toBeNull();
  expect(findings.map((finding) => finding.line)).toEqual([line]);
});

test.each(['[]', '{"tools": []}', '{"jsonrpc": "2.0", "id": 1, "result": {"tools": []}}'])(
  '%s is told to hold no tool, and is no server without any',
  (text) => {
    const { pasted, findings } = readPastedText(text);
    expect(pasted).toBeNull();
    expect(findings).toMatchObject([
      { code: 'no-tools', line: 1, message: expect.stringContaining('holds no tool') },
    ]);
  },
);

test('a definition that nests without end does no harm', () => {
  const deep = `{"tools": [{"name": "a", "inputSchema": ${'{"a":'.repeat(210)}1${'}'.repeat(210)}}]}`;
  expect(readPastedText(deep).pasted).toBeNull();
});
