import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flag } from '../taxonomy.ts';
import { smallestChange } from './change.ts';
import { type Combination, combinationsIn, keyOf, type ToolRef } from './combination.ts';
import { type CombinedTool, LEG_IDS } from './legs.ts';
import { PATTERN_IDS, PATTERNS } from './patterns.ts';
import { standingOf } from './standing.ts';

function tool(server: string, name: string, ...flags: Flag[]): CombinedTool {
  return { server, tool: name, flags, effects: [], signals: [], risk: null };
}

const patterns = (found: readonly Combination[]): string[] => found.map(({ pattern }) => pattern);

describe('combinations', () => {
  const mail = [tool('mail', 'read_mail', 'untrusted', 'private'), tool('mail', 'send_mail', 'outbound')];

  test('a server forms one by itself, with every tool of every leg', () => {
    const [theft, ...rest] = combinationsIn([...mail, tool('mail', 'search_mail', 'private')]);
    expect(rest).toEqual([]);
    expect(theft).toMatchObject({ pattern: 'theft', within: ['mail'] });
    expect(theft?.legs.map(({ leg, tools }) => [leg, tools.map((one) => one.tool)])).toEqual([
      ['untrusted', ['read_mail']],
      ['private', ['read_mail', 'search_mail']],
      ['outbound', ['send_mail']],
    ]);
  });

  test('servers form one that none of them forms alone', () => {
    const parts = [
      tool('web', 'fetch', 'untrusted'),
      tool('notes', 'read', 'private'),
      tool('chat', 'post', 'outbound'),
    ];
    for (const part of parts) expect(combinationsIn(parts.filter((one) => one !== part))).toEqual([]);
    expect(combinationsIn(parts)).toMatchObject([{ pattern: 'theft', within: [] }]);
  });

  test('the worst comes first, and a tool may carry several legs', () => {
    const browser = tool('browser', 'open', 'untrusted', 'private', 'outbound', 'code', 'delete');
    expect(patterns(combinationsIn([browser]))).toEqual(['theft', 'takeover', 'deletion']);
  });

  test('a tool that requests an address of the caller is a way out, one that only searches is none', () => {
    const fetching: CombinedTool = {
      ...tool('web', 'fetch', 'untrusted'),
      effects: ['fetch-any'],
      signals: ['url'],
    };
    const searching: CombinedTool = { ...fetching, tool: 'search', signals: ['query'] };
    const reading = tool('db', 'select', 'private');
    expect(combinationsIn([reading, searching])).toEqual([]);
    const [theft] = combinationsIn([reading, searching, fetching]);
    expect(theft?.legs.at(-1)).toEqual({
      leg: 'outbound',
      does: '1 tool requests an address that the caller gives',
      tools: [{ server: 'web', tool: 'fetch' }],
    });
    const both = combinationsIn([reading, fetching, tool('mail', 'send', 'outbound')]);
    expect(both[0]?.legs.at(-1)?.does).toBe(
      '2 tools send data out or request an address that the caller gives',
    );
    expect(smallestChange([...both])?.tools).toEqual([{ server: 'db', tool: 'select' }]);
  });

  test('of each leg the riskiest tools come first, else in the order given', () => {
    const [found] = combinationsIn([
      { ...tool('a', 'unrated', 'untrusted'), risk: null },
      { ...tool('a', 'medium', 'untrusted'), risk: 'Medium' },
      { ...tool('a', 'run', 'untrusted', 'code'), risk: 'Critical' },
      { ...tool('b', 'medium', 'untrusted'), risk: 'Medium' },
    ]);
    expect(found?.legs[0]?.tools.map((one) => `${one.server} ${one.tool}`)).toEqual([
      'a run',
      'a medium',
      'b medium',
      'a unrated',
    ]);
  });

  test('an effect can be a leg', () => {
    const writer: CombinedTool = { ...tool('disk', 'write'), effects: ['write-any-path'] };
    expect(patterns(combinationsIn([writer, tool('web', 'fetch', 'untrusted')]))).toEqual(['foothold']);
  });

  test('two tools of one name on one server count as one that does what either does', () => {
    const found = combinationsIn([tool('a', 'run', 'untrusted'), tool('a', 'run', 'code')]);
    expect(found[0]?.legs).toEqual([
      {
        leg: 'untrusted',
        does: '1 tool takes in text from outsiders',
        tools: [{ server: 'a', tool: 'run' }],
      },
      { leg: 'code', does: '1 tool runs what it is given', tools: [{ server: 'a', tool: 'run' }] },
    ]);
  });
});

describe('the smallest change', () => {
  test('takes the tools of the leg that fewest carry and says what it is weighed against', () => {
    const found = combinationsIn([
      tool('a', 'read', 'untrusted', 'private'),
      tool('a', 'list', 'private'),
      tool('b', 'search', 'untrusted'),
      tool('b', 'send', 'outbound'),
    ]);
    expect(smallestChange(found)).toEqual({
      tools: [{ server: 'b', tool: 'send' }],
      legs: ['outbound'],
      because:
        'Fewest tools to take away: 1 tool sends data out, while 2 tools read private data and 2 tools take in text from outsiders.',
    });
  });

  test('of equals, what acts is given up before what reads', () => {
    const found = combinationsIn([tool('a', 'read', 'untrusted'), tool('b', 'run', 'code')]);
    expect(smallestChange(found)?.tools).toEqual([{ server: 'b', tool: 'run' }]);
  });

  test('one leg can break several combinations at once', () => {
    const found = combinationsIn([
      tool('a', 'read', 'untrusted'),
      tool('b', 'run', 'code'),
      tool('b', 'pay', 'money'),
    ]);
    expect(patterns(found)).toEqual(['takeover', 'payment']);
    expect(smallestChange(found)).toMatchObject({
      tools: [{ server: 'a', tool: 'read' }],
      legs: ['untrusted'],
    });
  });

  test('there is none where nothing is combined', () => {
    expect(smallestChange([])).toBeNull();
  });
});

describe('the standing under a policy', () => {
  const found = combinationsIn([
    tool('a', 'read', 'untrusted'),
    tool('a', 'read_all', 'untrusted'),
    tool('b', 'run', 'code'),
  ]);
  const standing = (decisions: Record<string, 'allow' | 'ask' | 'deny' | 'hide'>): string[] =>
    found.map((one) => standingOf(one, (ref) => decisions[ref.tool] ?? 'allow'));

  test.each([
    ['open', {}],
    ['open', { read: 'deny' }],
    ['asked', { run: 'ask' }],
    ['asked', { read: 'ask', read_all: 'deny' }],
    ['closed', { run: 'hide' }],
    ['closed', { run: 'deny', read: 'ask', read_all: 'ask' }],
  ] as const)('%s for %j', (expected, decisions) => {
    expect(standing(decisions)).toEqual([expected]);
  });
});

describe('laws', () => {
  const some = fc.array(
    fc.record({
      server: fc.constantFrom('a', 'b', 'c'),
      tool: fc.constantFrom('t0', 't1', 't2', 't3', 't4', '__proto__'),
      flags: fc.subarray(['untrusted', 'private', 'outbound', 'code', 'delete', 'money', 'access'] as Flag[]),
      effects: fc.subarray(['write-any-path', 'read-reference', 'fetch-any'] as const),
      signals: fc.subarray(['url', 'query'] as const),
      risk: fc.constantFrom(null, 'Low' as const, 'High' as const),
    }),
    { maxLength: 7 },
  ) satisfies fc.Arbitrary<CombinedTool[]>;

  const without = (tools: readonly CombinedTool[], gone: readonly ToolRef[]): CombinedTool[] => {
    const keys = new Set(gone.map(keyOf));
    return tools.filter((one) => !keys.has(keyOf(one)));
  };

  test('taking the proposed tools away leaves no combination', () => {
    fc.assert(
      fc.property(some, (tools) => {
        const change = smallestChange(combinationsIn(tools));
        expect(combinationsIn(without(tools, change?.tools ?? []))).toEqual([]);
      }),
    );
  });

  test('taking the tools proposed for one combination away breaks that one', () => {
    fc.assert(
      fc.property(some, (tools) => {
        for (const one of combinationsIn(tools)) {
          const left = combinationsIn(without(tools, smallestChange([one])?.tools ?? []));
          expect(patterns(left)).not.toContain(one.pattern);
        }
      }),
    );
  });

  test('no smaller set of tools would do', () => {
    fc.assert(
      fc.property(some, (tools) => {
        const all = [...new Map(tools.map((one) => [keyOf(one), one])).values()];
        const proposed = smallestChange(combinationsIn(tools))?.tools.length ?? 0;
        for (let bits = 0; bits < 1 << all.length; bits++) {
          const gone = all.filter((_, at) => (bits >> at) & 1);
          if (gone.length < proposed) expect(combinationsIn(without(tools, gone))).not.toEqual([]);
        }
      }),
    );
  });

  test('the order of the tools changes neither the combinations nor how much is taken away', () => {
    fc.assert(
      fc.property(some, (tools) => {
        const [one, other] = [combinationsIn(tools), combinationsIn(tools.toReversed())];
        expect(patterns(other)).toEqual(patterns(one));
        const [change, back] = [smallestChange(one), smallestChange(other)];
        expect(back?.legs).toEqual(change?.legs);
        expect(new Set(back?.tools.map(keyOf))).toEqual(new Set(change?.tools.map(keyOf)));
      }),
    );
  });

  test('every pattern is made of legs that text from outside begins, and every leg is used', () => {
    for (const id of PATTERN_IDS) expect(PATTERNS[id].legs[0]).toBe('untrusted');
    const used = new Set(PATTERN_IDS.flatMap((id) => [...PATTERNS[id].legs]));
    expect([...used].sort()).toEqual([...LEG_IDS].sort());
    expect(LEG_IDS.length).toBeLessThan(12);
  });
});
