import { expect, test, vi } from 'vitest';
import type { Target } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { adviseCatalogue } from './advised.ts';
import { LIMITS } from './matchers/limits.ts';
import { offersAlways } from './matchers/vscode.ts';
import { prove } from './proof.ts';
import { FOUR, HOSTILE_NAMES, recordFor } from './records.ts';

vi.setConfig({ testTimeout: 120_000 });

const EACH = TARGETS.map((target) => [target.id, target] as const);
const SERVERS = adviseCatalogue();

test.each(EACH)('%s makes of every tool of the catalogue what its rendering says', (_, target) => {
  const wrong = SERVERS.flatMap(({ id, records }) =>
    prove(target, id, records).wrong.map((one) => `${id}: ${one}`),
  );
  expect(wrong).toEqual([]);
});

test.each(EACH)('%s makes of hostile names what its rendering says', (_, target) => {
  for (const decision of ['allow', 'ask', 'deny', 'hide'] as const) {
    const records = HOSTILE_NAMES.map((tool) => recordFor(tool, decision));
    expect(prove(target, 'github', records).wrong).toEqual([]);
    expect(prove(target, 'github', [...FOUR, ...records]).wrong).toEqual([]);
  }
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
