import { expect, test } from 'vitest';
import { NO_FILTERS } from './narrow.ts';
import { mendedFilters, nearValues } from './near-values.ts';
import { RISK_WORDS } from './root.ts';

const servers: [id: string, title: string, tools: number][] = [
  ['slack', 'Slack', 8],
  ['stripe', 'Stripe', 22],
];

test('a value misspelt or cut short is near to the one meant', () => {
  expect(nearValues({ facet: 'flag', value: 'mony' }, servers)).toEqual({ values: ['money'], isNear: true });
  expect(nearValues({ facet: 'risk', value: 'CRTI' }, servers)).toEqual({
    values: ['Critical'],
    isNear: true,
  });
  expect(nearValues({ facet: 'server', value: 'strpe' }, servers)).toEqual({
    values: ['stripe'],
    isNear: true,
  });
});

test('where nothing is near a facet names all its values, and no server is named', () => {
  expect(nearValues({ facet: 'risk', value: 'huge' }, servers)).toEqual({
    values: [...RISK_WORDS],
    isNear: false,
  });
  expect(nearValues({ facet: 'server', value: 'nobody' }, servers)).toEqual({ values: [], isNear: false });
});

test('mending replaces what nothing is called, and leaves what is called something or is near to nothing', () => {
  const filters = { ...NO_FILTERS, risk: ['High'], server: ['strpe', 'nobody'] };
  const unknown = [
    { facet: 'server', value: 'strpe' },
    { facet: 'server', value: 'nobody' },
  ] as const;
  expect(mendedFilters(filters, unknown, servers)).toEqual({ ...filters, server: ['stripe', 'nobody'] });
});
