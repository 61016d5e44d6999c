import { expect, test, vi } from 'vitest';
import type { Target, TargetId } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { adviseCatalogue } from './advised.ts';
import { LIMITS } from './matchers/limits.ts';
import { offersAlways } from './matchers/vscode.ts';
import { prove } from './proof.ts';
import { FOUR, HOSTILE_KEYS, HOSTILE_NAMES, recordFor } from './records.ts';

vi.setConfig({ testTimeout: 120_000 });

const EACH = TARGETS.map((target) => [target.id, target] as const);
const SERVERS = adviseCatalogue();

/** A tool that may be called, but not with its switch on. */
const SWITCHED = recordFor('update_page', 'allow', {
  argumentRules: {
    require: [],
    deny_if: [{ conditions: [{ path: 'args.force', op: 'eq', value: true }] }],
  },
});

/** All that a target makes laxer than it is meant; its renderings say so of each tool. */
const LAXER: Partial<Record<TargetId, string[]>> = {
  vscode: ['alone: deny to ask', 'alone: hide to ask'],
  'copilot-cli': ['alone: hide to deny'],
  cursor: ['alone: deny to ask', 'alone: hide to ask', 'whole: deny to ask', 'whole: hide to ask'],
  'cursor-cli': ['alone: hide to deny', 'whole: hide to deny'],
  cline: ['alone: deny to ask', 'alone: hide to ask', 'whole: deny to ask', 'whole: hide to ask'],
  goose: ['alone: hide to deny'],
  zed: ['alone: hide to deny', 'whole: hide to deny'],
  opa: ['alone: hide to deny', 'whole: hide to deny'],
};

test.each(EACH)('%s makes of every tool of the catalogue what its rendering says', (id, target) => {
  const found = [...SERVERS, { id: 'github', records: [...FOUR, SWITCHED] }].map((server) => ({
    server: server.id,
    ...prove(target, server.id, server.records),
  }));
  expect(found.flatMap(({ server, wrong }) => wrong.map((one) => `${server}: ${one}`))).toEqual([]);
  expect([...new Set(found.flatMap(({ laxer }) => [...laxer]))].toSorted()).toEqual(LAXER[id] ?? []);
});

test.each(EACH)('%s makes of hostile names what its rendering says', (_, target) => {
  for (const decision of ['allow', 'ask', 'deny', 'hide'] as const) {
    const records = HOSTILE_NAMES.map((tool) => recordFor(tool, decision));
    expect(prove(target, 'github', records).wrong).toEqual([]);
    expect(prove(target, 'github', [...FOUR, ...records]).wrong).toEqual([]);
  }
});

test.each(EACH)('%s makes the same of its tools whatever the server is called', (_, target) => {
  for (const key of HOSTILE_KEYS) expect([key, prove(target, key, FOUR).wrong]).toEqual([key, []]);
});

/** The same target, taking two tools for each other when it writes. */
function confused(target: Target): Target {
  const swapped = (text: string): string =>
    text.replaceAll(/get_issue|run_shell/g, (name) => (name === 'get_issue' ? 'run_shell' : 'get_issue'));
  const render: Target['render'] = (...given) => {
    const rendering = target.render(...given);
    const files = rendering.files.map((file) => ({ ...file, text: swapped(file.text) }));
    return { ...rendering, files };
  };
  return { ...target, render };
}

test.each(EACH)('%s would be caught taking one tool for another', (_, target) => {
  expect(prove(target, 'github', FOUR).wrong).toEqual([]);
  const wrong = prove(confused(target), 'github', FOUR).wrong.join('\n');
  expect(wrong).toContain('get_issue');
  expect(wrong).toContain('run_shell');
});

const COUNTING = TARGETS.filter(({ supports }) => supports.limit === 'yes').map(
  (one) => [one.id, one] as const,
);

test.each(COUNTING)('%s counts the calls that the rendering says it counts', (id, target) => {
  const limitIn = LIMITS[id];
  if (limitIn === undefined) throw new Error(`nothing reads the limits of ${id}`);
  const wrong = SERVERS.flatMap(({ records }) => {
    const server = { key: 'my-server', allToolNames: records.map(({ tool }) => tool) };
    const { files, perTool } = target.render(server, records, { only: false });
    return perTool.flatMap(({ tool, limit }, index) => {
      const meant = limit === 'enforced' ? (records[index]?.limit ?? null) : null;
      const found = limitIn(files, tool);
      return found?.max === meant?.max && found?.window === meant?.window ? [] : [[tool, found, meant]];
    });
  });
  expect(wrong).toEqual([]);
});

test('VS Code offers to remember an approval exactly for what may run unasked', () => {
  const target = TARGETS.find(({ id }) => id === 'vscode');
  for (const { id, records } of SERVERS) {
    const server = { key: target?.keyFor(id) ?? '', allToolNames: records.map(({ tool }) => tool) };
    const files = target?.render(server, records, { only: false }).files ?? [];
    for (const record of records) {
      const { require, deny_if } = record.argumentRules;
      const isFree = record.decision === 'allow' && require.length + deny_if.length === 0;
      expect([record.tool, offersAlways(files, server.key, record.tool)]).toEqual([record.tool, isFree]);
    }
  }
});
