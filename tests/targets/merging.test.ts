import { expect, test } from 'vitest';
import type { Decision } from '../../src/core/recommend/decision-table.ts';
import type { PolicyRecord } from '../../src/core/targets/record.ts';
import type { Rendering, Target } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { parsed } from './parse.ts';
import { recordFor } from './records.ts';

type Json = Record<string, unknown>;

/** By what entries of a list are told apart. */
const IDENTITIES = ['server_label', 'mcp_server_name', 'toolName', 'name'];

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function identityOf(value: unknown): unknown {
  return isObject(value) ? IDENTITIES.map((key) => value[key]).find((id) => id !== undefined) : value;
}

/** What a person does with two snippets: keys beside keys, list beside list, an entry of one name once. */
function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) {
    const rest = other.filter((entry) => !one.some((known) => identityOf(known) === identityOf(entry)));
    const both = one.map((entry) => {
      const twin = other.find((candidate) => identityOf(candidate) === identityOf(entry));
      return twin === undefined ? entry : merged(entry, twin);
    });
    return [...both, ...rest];
  }
  if (!isObject(one) || !isObject(other)) return other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      key in one && key in other ? merged(one[key], other[key]) : (one[key] ?? other[key]),
    ]),
  );
}

/** Lists in any order, without the rule that never holds where another stands beside it. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const told = value.length > 1 ? value.filter((entry) => entry !== 'false') : value;
    return told.map(unordered).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, unordered(inner)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function rendered(target: Target, records: readonly PolicyRecord[]): Rendering {
  const server = { key: target.keyFor('my-server'), allToolNames: ['first', 'second', 'third'] };
  return target.render(server, records, { only: true });
}

const PAIRS: [Decision, Decision][] = [
  ['allow', 'allow'],
  ['allow', 'ask'],
  ['deny', 'deny'],
  ['hide', 'hide'],
];

interface Merge {
  id: string;
  pair: string;
  apart: Rendering[];
  together: Rendering;
}

/** Where one snippet names what may pass and the other what may not, the target's own precedence decides instead. */
const MERGES = TARGETS.filter(({ language }) => ['json', 'yaml', 'toml', 'shell'].includes(language))
  .flatMap((target) =>
    PAIRS.map(([a, b]): Merge => {
      const [first, second] = [recordFor('first', a), recordFor('second', b)];
      return {
        id: target.id,
        pair: `${a} and ${b}`,
        apart: [rendered(target, [first]), rendered(target, [second])],
        together: rendered(target, [first, second]),
      };
    }),
  )
  .filter(({ apart, together }) => apart.every(({ rest }) => rest === together.rest));

test.each(MERGES)(
  '$id: two snippets, $pair, say together what one snippet for both says',
  ({ apart, together }) => {
    for (const file of together.files) {
      // A file that one snippet alone has stays as it is.
      const found = apart.flatMap(({ files }) => files.filter(({ name }) => name === file.name));
      const [one, ...others] = found.map(parsed);
      expect(unordered(others.reduce(merged, one))).toEqual(unordered(parsed(file)));
    }
  },
);

test('nearly every pair can be merged so', () => {
  expect(MERGES.length).toBeGreaterThan(85);
});
