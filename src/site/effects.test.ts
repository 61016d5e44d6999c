import { expect, test } from 'vitest';
import { EFFECT_IDS } from '../core/taxonomy.ts';
import { meaningOf, membershipOf } from './effects.ts';

test('every effect puts a tool on a list of its category and of its level', () => {
  const listed = (kind: 'risk' | 'category', ids: string[]) =>
    new Set(ids.flatMap((id) => membershipOf(kind, id).map(({ effect }) => effect)));
  const all = new Set<string>(EFFECT_IDS);
  expect(listed('risk', ['low', 'medium', 'high', 'critical'])).toEqual(all);
  expect(listed('category', ['read', 'write', 'execute', 'destructive', 'financial'])).toEqual(all);
});

test('an effect whose level depends on a fact stands under both levels', () => {
  const effects = (level: string) => membershipOf('risk', level).map(({ effect }) => effect);
  expect(effects('high')).toContain('reveal-secret');
  expect(effects('critical')).toContain('reveal-secret');
});

test('a list that no effect leads to says what the pipeline says', () => {
  expect(meaningOf('risk', 'unrated', 'Nothing decides.')).toBe('Nothing decides.');
  expect(meaningOf('flag', 'delete', '')).toBe('It can delete.');
});
