import { expect, test } from 'vitest';
import { joined } from '../../src/core/targets/joined.ts';
import type { PolicyRecord } from '../../src/core/targets/record.ts';
import type { Rendering, Target } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { MATCHERS } from './matchers/matchers.ts';
import { FOUR, recordFor } from './records.ts';

/** A server whose tools are called as those of the first and decided otherwise, and one whose key begins like the first. */
const SERVERS: [key: string, records: PolicyRecord[]][] = [
  ['alpha', FOUR],
  ['beta', FOUR.toReversed().map((record, at) => recordFor(record.tool, FOUR[at]?.decision ?? 'deny'))],
  ['alpha-two', [recordFor('get_issue', 'deny'), recordFor('wipe', 'allow')]],
];

const STRANGER = 'a_tool_of_another_name';

function rendered(
  target: Target,
  [id, records]: [string, PolicyRecord[]],
): { key: string; rendering: Rendering } {
  const key = target.keyFor(id);
  const server = { key, allToolNames: records.map(({ tool }) => tool) };
  return { key, rendering: target.render(server, records, { only: false }) };
}

const APART = ['policylayer', 'intercept', 'kong', 'openai-agents', 'toolhive', 'opa'];

test.each(TARGETS.filter(({ id }) => !APART.includes(id)))(
  '$id: the files for all servers do to each what its own files do',
  (target) => {
    const apart = SERVERS.map((server) => rendered(target, server));
    const files = joined(apart.map(({ rendering }) => rendering));
    expect(files?.map(({ name }) => name)).toEqual(apart[0]?.rendering.files.map(({ name }) => name));
    for (const [index, { key, rendering }] of apart.entries()) {
      const [alone, together] = [rendering.files, files ?? []].map((some) => MATCHERS[target.id](some, key));
      for (const tool of [...(SERVERS[index]?.[1] ?? []).map((record) => record.tool), STRANGER])
        expect([key, tool, together?.(tool)]).toEqual([key, tool, alone?.(tool)]);
    }
  },
);

test.each(TARGETS.filter(({ id }) => APART.includes(id)))('$id: has a file for each server', (target) => {
  const apart = SERVERS.map((server) => rendered(target, server));
  expect(joined(apart.map(({ rendering }) => rendering))).toBeNull();
  for (const { key, rendering } of apart)
    expect(rendering.files.some(({ text }) => text.includes(key))).toBe(target.id === 'kong');
});

test('where two servers would write different things in one place, each keeps its own files', () => {
  const opencode = TARGETS.filter(({ id }) => id === 'opencode');
  const servers: [string, PolicyRecord[]][] = [
    ['a', [recordFor('b_x', 'allow')]],
    ['a_b', [recordFor('x', 'deny')]],
  ];
  for (const target of opencode)
    expect(joined(servers.map((server) => rendered(target, server).rendering))).toBeNull();
  expect(opencode).toHaveLength(1);
});

test('one command carries the options of all servers', () => {
  const [target] = TARGETS.filter(({ id }) => id === 'copilot-cli');
  if (target === undefined) throw new Error('no Copilot CLI');
  const files = joined(SERVERS.map((server) => rendered(target, server).rendering));
  const words = files?.find(({ name }) => name === 'copilot.sh')?.text.match(/\bcopilot\b/g);
  expect(words).toHaveLength(1);
});

test('of nothing there are no files', () => {
  expect(joined([])).toBeNull();
});
