import { expect, test } from 'vitest';
import { blastRadius } from './blast-radius.ts';
import { ledgerChanges } from './ledger-changes.ts';

const HEAD = 'tool\tcategory\trisk\tconfidence\trules\n';
const ledger = (...rows: string[]): string =>
  `${HEAD}${rows.map((row) => `${row.replaceAll('|', '\t')}\n`).join('')}`;

test('two ledgers differ tool by tool, with the rules that came and went', () => {
  const changes = ledgerChanges(
    's',
    ledger(
      'a|Read|Low|high|looks',
      'b|Write|Medium|high|writes',
      'gone|Read|Low|low|looks',
      'same|Read|Low|low|',
    ),
    ledger(
      'a|Write|Medium|high|writes',
      'b|Write|Medium|low|writes',
      'new|Read|Low|low|looks',
      'same|Read|Low|low|',
    ),
  );
  expect(changes.map(({ tool, gained, lost }) => [tool, gained, lost])).toEqual([
    ['a', ['writes'], ['looks']],
    ['b', [], []],
    ['new', ['looks'], []],
    ['gone', [], ['looks']],
  ]);
  expect(blastRadius(changes)).toEqual([
    '3 verdicts would change, and 1 more in confidence or rules alone, on 1 server.',
    'Kinds of change:',
    '  1 Read, Low → Write, Medium',
    '  1 Read, Low → not there',
    '  1 not there → Read, Low',
    'Rules behind them:',
    '  2 -looks',
    '  1 +looks',
    '  1 +writes',
    'Verdicts:',
    '  s/a: Read, Low → Write, Medium (+writes -looks)',
    '  s/new: not there → Read, Low (+looks)',
    '  s/gone: Read, Low → not there (-looks)',
  ]);
});

test('a name that stands there twice is compared place by place', () => {
  const two = ledger('a|Read|Low|high|', 'a|Write|Low|high|');
  expect(ledgerChanges('s', two, two)).toEqual([]);
  expect(ledgerChanges('s', two, ledger('a|Read|Low|high|', 'a|Write|High|high|'))).toHaveLength(1);
});

test('the same rules with another level point at the table; nothing says nothing', () => {
  const changes = ledgerChanges('s', ledger('a|Read|Low|high|looks'), ledger('a|Read|High|high|looks'));
  expect(blastRadius(changes).at(-1)).toBe(
    '  s/a: Read, Low → Read, High (the same rules: facts or the effect table)',
  );
  expect(blastRadius([])).toEqual([]);
  expect(ledgerChanges('s', null, ledger('a|Read|Low|high|'))).toHaveLength(1);
});

test('of many changes the first two hundred are named', () => {
  const rows = (risk: string) =>
    ledger(...Array.from({ length: 203 }, (_, index) => `t${index}|Read|${risk}|low|`));
  expect(blastRadius(ledgerChanges('s', rows('Low'), rows('High'))).at(-1)).toBe('  and 3 more');
});
