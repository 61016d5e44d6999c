import { expect, test } from 'vitest';
import { reason, verdictOf } from '../../../tests/present/sample.ts';
import { ledgerText } from './ledger.ts';

test('one line a tool in the order of names: category, level, confidence and the rules that fired', () => {
  const verdict = verdictOf({
    effects: ['delete-one'],
    reasons: [reason({ effect: 'delete-one' }, '/name', 0, 1)],
  });
  expect(
    ledgerText([
      { name: 'b', verdict },
      { name: 'a', verdict: verdictOf({ confidence: 'low' }) },
    ]),
  ).toBe(
    'tool\tcategory\trisk\tconfidence\trules\na\tUnclassified\tUnrated\tlow\t\nb\tDestructive\tHigh\thigh\ta-rule\n',
  );
});

test.each([
  ['a\tb\nc\rd\\e', 'a\\tb\\nc⟦U+000D⟧d\\\\e'],
  ['\u202ea\u001b', '⟦U+202E⟧a⟦U+001B⟧'],
  ['=cmd()', "'=cmd()"],
  ['-1', "'-1"],
])('%j stays one harmless cell', (name, cell) => {
  const [, line] = ledgerText([{ name, verdict: verdictOf({}) }]).split('\n');
  expect(line?.split('\t')[0]).toBe(cell);
});
