import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readNotes } from './notes.ts';

function notes(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'notes-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'notes.md'), text);
  return join(folder, 'notes.md');
}

test('a server without notes has none', () => {
  expect(readNotes('/no/such/notes.md', 'a')).toEqual({ prose: null, findings: [] });
});

test('the prose is what follows the front matter', () => {
  expect(readNotes(notes('---\nserver: a\n---\nText.\n'), 'a')).toEqual({ prose: 'Text.', findings: [] });
});

test.each([
  ['notes of another server', '---\nserver: b\n---\nText.\n', 'notes-elsewhere', 2],
  ['an unknown key', '---\nserver: a\nsevrer: a\n---\nText.\n', 'unknown-key', 3],
  ['script front matter', '---js\n({server: "a"})\n---\nText.\n', 'front-matter', 1],
])('%s: a finding with its line', (_, text, code, line) => {
  const { prose, findings } = readNotes(notes(text), 'a');
  expect(prose).toBeNull();
  expect(findings).toMatchObject([{ code, line }]);
});
