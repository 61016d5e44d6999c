import { expect, test } from 'vitest';
import { pageOf, reason } from '../../../tests/present/sample.ts';
import type { Signal } from '../taxonomy.ts';
import type { JsonObject } from '../tool/json.ts';

/** The steps about arguments, of a tool that must be approved and whose parameters carry these signals. */
function stepsFor(
  properties: JsonObject,
  carried: Record<string, Signal>,
  required: string[] = [],
): string[] {
  const reasons = Object.entries(carried).map(([name, signal]) =>
    reason({ signal }, `/inputSchema/properties/${name}`, 0, 1),
  );
  const definition = { name: 'act', inputSchema: { type: 'object', properties, required } };
  const signals = Object.values(carried);
  const page = pageOf(definition, { effects: ['communicate'], flags: ['outbound'], signals, reasons });
  return page.control.steps.slice(4);
}

const TEXT = { type: 'string' };

test('all recipients are bounded together, and what an omitted one leads to is said', () => {
  expect(stepsFor({ to: TEXT, cc: TEXT, subject: TEXT }, { to: 'recipient' }, ['to'])).toEqual([
    'To let some calls pass, put conditions in the place of the denial: require that args.to and args.cc are each one of the recipients you name (op "in"). A call that leaves out args.cc is then denied as well.',
  ]);
});

test('no comparison is offered that a list of recipients would fail', () => {
  const list = { type: 'array', items: TEXT };
  const [step] = stepsFor({ to: list, cc: list, bcc: list }, { bcc: 'recipient' }, ['to']);
  expect(step).not.toContain('op "in"');
  expect(step).toContain('args.to, args.cc and args.bcc cannot be held to recipients');
});

test.each<[string, JsonObject, Signal]>([
  ['recipients inside an object', { type: 'object', properties: { to: TEXT } }, 'recipient'],
  ['an amount that is the id of a price', TEXT, 'amount'],
  ['a switch about folders', { type: 'boolean' }, 'path'],
  ['a value of any type', {}, 'url'],
])('no step about %s', (_, schema, signal) => {
  expect(stepsFor({ it: schema }, { it: signal }, ['it'])).toEqual([]);
});

test('of a list that no condition can look into the nearest stricter form is said', () => {
  const [step, ...more] = stepsFor({ it: { type: 'array', items: TEXT } }, { it: 'path' }, ['it']);
  expect(step).toMatch(
    /^No condition of policy\.json can look into the list that args\.it takes\. The nearest stricter/,
  );
  expect(more).toEqual([]);
});

test('a number is bounded from above, every path is named, and what no condition sees is said', () => {
  expect(stepsFor({ sum: { type: 'number' } }, { sum: 'amount' }, ['sum'])[0]).toContain(
    'require that args.sum is at most an amount you choose (op "lte").',
  );
  const files = { type: 'array', items: TEXT };
  expect(
    stepsFor({ from: TEXT, into: TEXT, files }, { from: 'path', into: 'path', files: 'path' }, [
      'from',
      'into',
    ])[0],
  ).toMatch(
    /args\.from and args\.into are each a path .* No condition can look into the list that args\.files takes\./,
  );
});

test('a tool that only looks up has no recipients, and one of which some calls pass no second set of conditions', () => {
  const definition = {
    name: 'act',
    inputSchema: { type: 'object', properties: { author: TEXT, dryRun: { type: 'boolean' } } },
  };
  const reasons = [
    reason({ signal: 'recipient' }, '/inputSchema/properties/author', 0, 1),
    reason({ signal: 'dry-run' }, '/inputSchema/properties/dryRun', 0, 1),
  ];
  const signals: Signal[] = ['recipient', 'dry-run'];
  const read = pageOf(definition, { effects: ['read-reference'], signals, reasons });
  expect(read.control.steps).toHaveLength(4);
  const tracked = pageOf(definition, { effects: ['write-own'], signals, reasons });
  expect([tracked.control.steps.length, tracked.why.misuse.includes('who receives')]).toEqual([4, false]);
  const sent = pageOf(definition, { effects: ['communicate'], flags: ['outbound'], signals, reasons });
  expect(sent.control.steps).toHaveLength(4);
});
