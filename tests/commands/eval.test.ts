import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Benchmark } from '../../src/core/evaluate/benchmark.ts';
import { HalvedReport, Report } from '../../src/core/evaluate/report.ts';
import { folderWith, toolwarden } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const GOLD = [
  { id: 'a', category: 'Destructive', alt: null, confidence: 'sure', risk: 'High', flags: ['delete'] },
  { id: 'b', category: 'Read', alt: null, confidence: 'sure', risk: 'Low', flags: [], note: 'x' },
];
const TOOLS = [
  { id: 'a', server: 's', tool: { name: 'delete_file', description: 'Deletes a file.', inputSchema: {} } },
  { id: 'b', server: 's', tool: { name: 'get_weather', description: 'Gets the weather.', inputSchema: {} } },
  { id: 'c', server: 's', tool: { name: 'unlabelled' } },
];

function lines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

test('our own verdicts and those of a file are scored alike, in the published shape', () => {
  const folder = folderWith({ 'gold.jsonl': lines(GOLD), 'tools.jsonl': lines(TOOLS) });
  const gold = ['--gold', join(folder, 'gold.jsonl'), '--format', 'json'];
  const own = toolwarden(['eval', ...gold, '--tools', join(folder, 'tools.jsonl')]);
  expect(own.code, own.stderr).toBe(0);
  const report = Report.parse(JSON.parse(own.stdout));
  expect(report).toMatchObject({
    n: 2,
    category: { accuracy: 1 },
    risk: { accuracy: 1 },
    dangerous: { n: 0 },
  });
  const { stdout: said } = toolwarden(['classify', join(folder, 'tools.jsonl')]);
  const predictions = join(folderWith({ 'said.jsonl': said }), 'said.jsonl');
  expect(toolwarden(['eval', ...gold, '--predictions', predictions]).stdout).toBe(own.stdout);
  const text = toolwarden(['eval', ...gold.slice(0, 2), '--predictions', predictions]).stdout;
  expect(text).toContain('2 labelled tools. Category macro-F1 0.400, accuracy 100.0%');
});

test('--halves scores both halves of the servers beside the whole', () => {
  // The first 32 bits of the hash of "b" are even, those of "c" odd.
  const gold = [
    { ...GOLD[0], server: 'b' },
    { ...GOLD[1], server: 'c' },
  ];
  const said = [
    { id: 'a', category: 'Read', risk: 'Low' },
    { id: 'b', category: 'Read', risk: 'Low' },
  ];
  const folder = folderWith({
    'gold.jsonl': lines(gold),
    'said.jsonl': lines(said),
    'bare.jsonl': lines(GOLD),
  });
  const halves = ['eval', '--halves', '--predictions', join(folder, 'said.jsonl'), '--gold'];
  const { code, stdout, stderr } = toolwarden([...halves, join(folder, 'gold.jsonl'), '--format', 'json']);
  expect(code, stderr).toBe(0);
  expect(HalvedReport.parse(JSON.parse(stdout))).toMatchObject({
    n: 2,
    halves: {
      tuning: { n: 1, category: { accuracy: 0 }, dangerous: { ids: ['a'] } },
      validation: { n: 1, category: { accuracy: 1 } },
    },
  });
  const text = toolwarden([...halves, join(folder, 'gold.jsonl')]).stdout;
  expect(text).toMatch(/ +tuning +validation\nTools +1 +1\n/);
  const bare = toolwarden([...halves, join(folder, 'bare.jsonl')]);
  expect([bare.code, bare.stdout]).toEqual([2, '']);
  expect(bare.stderr.match(/no-server/g)).toHaveLength(2);
  expect(toolwarden(['eval', '--halves']).code).toBe(2);
});

test('a labelled tool without a verdict counts as unclassified, and is told', () => {
  const folder = folderWith({
    'gold.jsonl': lines(GOLD),
    'said.jsonl': lines([{ id: 'b', category: 'Read', risk: 'Low' }]),
  });
  const args = ['eval', '--gold', join(folder, 'gold.jsonl'), '--predictions', join(folder, 'said.jsonl')];
  const { code, stdout, stderr } = toolwarden([...args, '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ category: { unclassified: 1 }, risk: { unrated: 1 } });
  expect(stderr).toContain('warning[no-verdict]');
  expect(toolwarden([...args, '--fail-on', 'warning']).code).toBe(1);
});

test('labels and predictions that cannot be used end with 2, all at once, each at its line', () => {
  const folder = folderWith({
    'gold.jsonl': `${lines(GOLD)}{"id": "c", "category": "Delete", "confidence": "sure", "risk": "high", "flags": []}\n{\n${lines(GOLD.slice(0, 1))}`,
    'said.jsonl': lines([{ id: 'a', category: 'Read' }]),
  });
  const { code, stdout, stderr } = toolwarden([
    'eval',
    '--gold',
    join(folder, 'gold.jsonl'),
    '--predictions',
    join(folder, 'said.jsonl'),
  ]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const places = stderr.matchAll(/(\w+\.jsonl:\d+): error\[([a-z-]+)\] ?(\S*):/g);
  expect([...places].map(([, place, kind, path]) => `${place} ${kind} ${path}`.trim())).toEqual([
    'gold.jsonl:3 schema /category',
    'gold.jsonl:3 schema /risk',
    'gold.jsonl:4 json-syntax',
    'gold.jsonl:5 duplicate-id',
    'said.jsonl:1 schema /risk',
  ]);
});

test('there must be something to score', () => {
  expect(toolwarden(['eval', '--gold', 'x']).code).toBe(2);
  expect(toolwarden(['eval', '--tools', 'x']).code).toBe(2);
  expect(toolwarden(['eval', '--gold', 'x', '--predictions', 'x', '--ablate']).code).toBe(2);
});

test('without arguments, verdicts are scored on the labels of the catalogue, both halves side by side', () => {
  const { code, stdout } = toolwarden(['eval', '--format', 'json']);
  expect(code).toBe(0);
  const { labels, systems, agreement, stages } = Benchmark.parse(JSON.parse(stdout));
  expect(labels.tools).toBeGreaterThanOrEqual(400);
  expect(labels.frozenServers.length).toBeGreaterThanOrEqual(12);
  expect(labels.unscoredFrozenServers).toEqual(['postgres', 'docker']);
  expect(labels.tuned + labels.frozen).toBe(labels.tools);
  expect(systems.map(({ id }) => id)).toEqual(['toolwarden', 'verb-list']);
  expect(agreement.disagreements.length).toBeGreaterThan(0);
  expect(stages.at(-1)?.frozen.macroF1).toBe(systems[0]?.frozen.category.macroF1Labelled);
});

test('anybody may be scored on the labels of the catalogue; what is not answered is told', () => {
  const said = [
    { id: 'filesystem/write_file', category: 'Write', risk: 'Medium' },
    { id: 'no-such/tool', category: 'Write', risk: 'Medium' },
  ];
  const file = join(folderWith({ 'mine.jsonl': lines(said) }), 'mine.jsonl');
  const run = toolwarden(['eval', '--predictions', file, '--format', 'json']);
  const [mine] = Benchmark.parse(JSON.parse(run.stdout)).systems;
  expect(mine).toMatchObject({
    title: 'mine.jsonl',
    frozen: { category: { classes: { Write: { precision: 1 } } } },
  });
  expect(run.stderr).toContain('warning[no-verdict]');
  expect(run.stderr).toContain(
    'No label has the ids of 1 of these verdicts, which count for nothing: no-such/tool.',
  );
  const text = toolwarden(['eval', '--predictions', file, '--ablate']).stdout;
  expect(text).toMatch(/mine\.jsonl: tuned +frozen +Toolwarden: tuned +frozen +Plain verb list: tuned/);
  expect(text).toContain('+ values of parameters');
});

const GOLD_SET = '../shared/gold/dev.jsonl';

test('category macro-F1 on the labelled tools of the corpus is at least 0.85', () => {
  if (!existsSync(GOLD_SET)) {
    process.stderr.write(`${GOLD_SET} is not there: accuracy was not measured.\n`);
    return;
  }
  const tools = '../shared/corpus/tools.jsonl.gz';
  const { code, stdout } = toolwarden(['eval', '--gold', GOLD_SET, '--tools', tools, '--format', 'json']);
  expect(code).toBe(0);
  const { n, category } = Report.parse(JSON.parse(stdout));
  expect(n).toBe(740);
  expect(category.macroF1).toBeGreaterThanOrEqual(0.85);
});
