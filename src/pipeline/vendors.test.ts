import { expect, test } from 'vitest';
import { vendorsOf } from './vendors.ts';

const idsOf = (...names: string[]) => names.map((name) => vendorsOf(names).get(name)?.id);

test('a vendor is known by the letters and digits of its name, in any spelling', () => {
  const vendors = vendorsOf(['Model Context Protocol', 'model-context-protocol', '@stripe']);
  expect(vendors.get('model-context-protocol')).toEqual({
    id: 'model-context-protocol',
    name: 'Model Context Protocol',
    href: '/vendors/model-context-protocol/',
  });
  expect(vendors.get('@stripe')?.id).toBe('stripe');
});

test('names that have no plain letters, or share what is left of them, stay apart', () => {
  const ids = idsOf('株式会社', '有限会社', 'Läden', '東京 AI', '大阪 AI', '../..', '');
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('the ids do not depend on the order of the names', () => {
  expect(idsOf('b', 'B', 'a')).toEqual(['b', 'b', 'a']);
  expect(vendorsOf(['b', 'B']).get('b')?.name).toBe(vendorsOf(['B', 'b']).get('b')?.name);
});
