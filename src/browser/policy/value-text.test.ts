import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../../core/tool/json.ts';
import { OPERATORS, textOfValue, valueIn, withOperator } from './value-text.ts';

const operators = fc.constantFrom(...OPERATORS.map(([op]) => op));

test('a value is read as it was shown', () => {
  fc.assert(
    fc.property(operators, fc.jsonValue(), fc.string(), (op, json, text) => {
      const list = op === 'in' || op === 'not_in';
      const value = (op === 'regex' ? text : list ? [json, text] : json) as JsonValue;
      expect(valueIn(op, textOfValue(op, value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a person may leave quotes and brackets out', () => {
  expect(valueIn('eq', 'open')).toBe('open');
  expect(valueIn('eq', '5')).toBe(5);
  expect(valueIn('eq', '"5"')).toBe('5');
  expect(valueIn('in', 'open, closed, 3')).toEqual(['open', 'closed', 3]);
  expect(valueIn('regex', '^\\d+$')).toBe('^\\d+$');
  expect(valueIn('regex', '12')).toBe('12');
  expect(valueIn('lte', 'many')).toBe('many');
});

test('a new operator gets a value of its kind', () => {
  const given = { path: 'args.a', op: 'eq', value: 'open' } as const;
  expect(withOperator(given, 'lte')).toEqual({ path: 'args.a', op: 'lte', value: 0 });
  expect(withOperator(given, 'exists')).toEqual({ path: 'args.a', op: 'exists', value: true });
  expect(withOperator(given, 'in')).toEqual({ path: 'args.a', op: 'in', value: ['open'] });
  expect(withOperator({ path: 'args.a', op: 'lt', value: 7 }, 'gte').value).toBe(7);
});
