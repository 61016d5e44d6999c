import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Definition } from '../../src/core/tool/definition.ts';
import { definitionHash } from '../../src/core/tool/hash.ts';
import { readCatalogue } from '../../src/ingest/catalogue.ts';
import { readRulings } from '../../src/ingest/rulings.ts';
import { ledgersOf } from '../../src/pipeline/ledgers.ts';
import { surveyServers } from '../../src/pipeline/survey.ts';
import { folderWith, toolwarden } from '../commands/run.ts';
import { classifier } from '../laws/definitions.ts';

const { tools } = (
  JSON.parse(readFileSync('catalog/servers/memory/tools.json', 'utf8')) as { result: { tools: Definition[] } }
).result;
const READ_GRAPH = definitionHash(tools.find(({ name }) => name === 'read_graph') as Definition);

const RULING = `server: memory
tool: read_graph
definitionHash: ${READ_GRAPH}
verdict: { category: Destructive, risk: High, effects: [delete-one] }
reason: For this test, reading the graph is held to end it.
evidence: [Read the entire knowledge graph]
author: maintainer
date: 2026-01-01
expires: 2099-01-01
`;

function catalogueWith(files: Record<string, string>): string {
  const folder = folderWith(files);
  cpSync('catalog/servers/memory', join(folder, 'servers/memory'), { recursive: true });
  return folder;
}

function surveyed(files: Record<string, string>) {
  const folder = catalogueWith(files);
  const { rulings, findings: unread } = readRulings(folder);
  const { sources } = readCatalogue(folder);
  const { servers, findings } = surveyServers(sources, classifier, () => {}, rulings);
  const told = [...unread, ...findings].map(({ file, line, code, path }) =>
    `${file?.replace(`${folder}/rulings/`, '')}:${line} ${code} ${path}`.trim(),
  );
  const row = servers[0]?.rows.find(({ name }) => name === 'read_graph');
  const ledger = ledgersOf(folder, classifier, rulings)[0];
  return {
    told,
    row,
    line: ledger?.wanted.split('\n').find((line) => line.startsWith('read_graph')),
    ledger,
  };
}

test('a ruling decides what is listed, and the ledger marks it', () => {
  const { told, row, line, ledger } = surveyed({ 'rulings/memory/read_graph.yaml': RULING });
  expect(told).toEqual([]);
  expect(row).toMatchObject({ category: 'Destructive', risk: 'High', flags: ['delete'] });
  expect(line).toMatch(/^read_graph\tDestructive\tHigh\t\w+\t\(ruling-over-Read-Low\) reads-something/);
  expect(ledger?.verdicts.every((verdict) => verdict.ruling === undefined)).toBe(true);
});

test('everything that is wrong with rulings is an error at its line, told at once', () => {
  const { told, row } = surveyed({
    'rulings/README.md': 'What rulings are.',
    'rulings/memory/notes.txt': 'Not a ruling.',
    'rulings/memory/a.yaml': RULING,
    'rulings/memory/b.yaml': RULING.replace(READ_GRAPH, `sha256:${'0'.repeat(64)}`),
    'rulings/memory/c.yaml': RULING.replace('read_graph', 'burn_graph'),
    'rulings/memory/d.yaml': RULING.replace('reason: For this test', 'because: For this test'),
    'rulings/memory/e.yaml': RULING.replace('2099', '2025'),
    'rulings/memory/f.yaml': RULING.replace('server: memory', 'server: other'),
    'rulings/memory/g.yaml': RULING.replace('2099-01-01', '2099-02-30'),
    'rulings/nobody/read_graph.yaml': RULING.replace('server: memory', 'server: nobody'),
    'rulings/memory/read_graph.yaml': RULING.replace('2099-01-01', '2026-01-02').replace(
      'category: Destructive, risk: High, effects: [delete-one]',
      'category: Read, risk: Low, effects: [read-reference]',
    ),
  });
  expect(told.toSorted()).toEqual([
    'memory/a.yaml:2 ruling-elsewhere /tool',
    'memory/b.yaml:3 stale-ruling /definitionHash',
    'memory/c.yaml:2 ruling-for-nobody /tool',
    'memory/d.yaml:1 schema /reason',
    'memory/d.yaml:5 unknown-key /because',
    'memory/e.yaml:9 schema /expires',
    'memory/f.yaml:1 ruling-elsewhere /server',
    'memory/g.yaml:9 schema /expires',
    'memory/notes.txt:1 stray-file',
    'memory/read_graph.yaml:4 idle-ruling /verdict',
    'memory/read_graph.yaml:9 ruling-expired /expires',
    'nobody/read_graph.yaml:1 ruling-for-nobody /server',
  ]);
  expect(row).toMatchObject({ category: 'Read' });
});

test('an explanation begins with the ruling and goes on with the rules', { timeout: 60_000 }, () => {
  const folder = catalogueWith({ 'rulings/memory/read_graph.yaml': RULING });
  const { stdout } = toolwarden(['explain', 'memory/read_graph', '--catalog', folder]);
  expect(stdout).toMatch(/^A ruling stands over the rules here: For this test, /);
  expect(stdout).toContain('maintainer ruled Destructive, High on 2026-01-01, until 2099-01-01.');
  expect(stdout).toContain('memory/read_graph\nRead, Low risk');
  const other = toolwarden(['explain', 'memory/search_nodes', '--catalog', folder]);
  expect(other.stdout).not.toContain('ruling');
});
