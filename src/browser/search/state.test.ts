import { expect, test } from 'vitest';
import { NO_FILTERS } from '../../core/search/narrow.ts';
import { isEmpty, readState, writeState } from './state.ts';

test('an address and the search it names say the same', () => {
  const state = {
    q: 'a & b',
    filters: { ...NO_FILTERS, risk: ['High', 'Critical'], server: ['Brave Search (x)'] },
  };
  expect(readState(writeState(state))).toEqual(state);
});

test('an empty search has no query, and a repeated filter counts once', () => {
  expect(writeState({ q: '', filters: NO_FILTERS })).toBe('');
  expect(readState('?risk=High&risk=High').filters.risk).toEqual(['High']);
});

test('spaces alone are no search; a filter alone is one', () => {
  expect(isEmpty({ q: '  ', filters: NO_FILTERS })).toBe(true);
  expect(isEmpty({ q: '', filters: { ...NO_FILTERS, flag: ['money'] } })).toBe(false);
});
