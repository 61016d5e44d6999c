import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTechniques } from '../../src/ingest/techniques.ts';

function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toolwarden-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('catalog/techniques', join(folder, 'techniques'), { recursive: true });
  return folder;
}

test('a catalogue without techniques has none, and that is no problem', () => {
  expect(readTechniques('tests/fixtures')).toEqual({ techniques: null, findings: [] });
});

test('every line that cannot be used is told at its place, and nothing is measured', () => {
  const folder = copied();
  const file = join(folder, 'techniques/blind.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.with(1, '{').with(3, '{"indicator": "TP-01"}').join('\n'));
  rmSync(join(folder, 'techniques/record.json'));
  const { techniques, findings } = readTechniques(folder);
  expect(techniques).toBeNull();
  expect(findings.map(({ code, line, file: at }) => [code, at?.slice(folder.length + 12), line])).toEqual([
    ['technique-line', 'blind.jsonl', 2],
    ['technique-line', 'blind.jsonl', 4],
    ['technique-line', 'record.json', 1],
  ]);
});
