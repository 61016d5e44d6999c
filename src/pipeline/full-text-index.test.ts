import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Subject } from '../core/present/subject.ts';
import { readParameters } from '../core/tool/parameters.ts';
import { FullTextIndex, fullTextOf } from './full-text-index.ts';

function tool(name: string, description: string): Pick<Subject, 'row' | 'definition' | 'parameters'> {
  const inputSchema = { type: 'object', properties: { window: { type: 'string', description: 'Of time.' } } };
  const definition = { name, title: 'A title', description, inputSchema };
  const row = { href: `/tools/a/${name}/`, name } as Subject['row'];
  return { row, definition, parameters: readParameters(definition) };
}

test('the text has all that a definition says, with hidden characters spelled out', () => {
  expect(fullTextOf(tool('settle', 'Ends.\u202e'))).toBe('settle\nA title\nEnds.⟦U+202E⟧\nwindow: Of time.');
});

test('a text has an end', () => {
  expect(fullTextOf(tool('long', 'x'.repeat(1e6))).length).toBeLessThan(60_000);
});

test('more tools than wait at once are written, without filters', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toolwarden-text-'));
  const index = await FullTextIndex.open();
  try {
    for (let number = 0; number < 300; number++) await index.add(tool(`tool_${number}`, 'Settles.'));
    await index.write(folder);
    expect(readdirSync(folder)).toContain('pagefind.js');
    expect(readdirSync(join(folder, 'fragment')).length).toBe(300);
    expect(readdirSync(folder)).not.toContain('filter');
  } finally {
    await index.close();
    rmSync(folder, { recursive: true });
  }
});
