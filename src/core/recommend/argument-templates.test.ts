import { expect, test } from 'vitest';
import { decide } from '../policy/decide.ts';
import { argumentTemplates } from './argument-templates.ts';
import type { Lever, Levers } from './levers.ts';

const NONE: Levers = { amount: [], recipient: [], url: [], path: [] };

function lever(name: string, kind: Lever['kind'] = 'text'): Lever {
  return { name, kind, required: true };
}

test.each<[keyof Levers, Lever[]]>([
  ['path', [lever('path')]],
  ['path', [lever('source'), lever('destination')]],
  ['amount', [lever('amount', 'number')]],
  ['recipient', [lever('to'), lever('cc')]],
  ['recipient', [lever('channel_id')]],
  ['url', [lever('url')]],
])('a bound on %s lets the legitimate call pass and none of the harmful ones', (kind, levers) => {
  const [template, ...more] = argumentTemplates({ levers: { ...NONE, [kind]: levers } });
  expect(more).toEqual([]);
  if (template === undefined) throw new Error('no template');
  const policy = { version: '1', default: 'deny', tools: { tool: { require: [template.rule] } } } as const;
  const decisionOn = (args: typeof template.passes): string =>
    decide(JSON.parse(JSON.stringify(policy)), { name: 'tool', arguments: args }, {}, 0).decision;
  expect(decisionOn(template.passes)).toBe('allow');
  for (const args of template.denied) expect([args, decisionOn(args)]).toEqual([args, 'deny']);
  expect(decisionOn({})).toBe('deny');
  const [name] = template.names;
  const one = { ...template.passes, [name ?? '']: Object.values(template.denied[0] ?? {})[0] ?? null };
  expect(decisionOn(one)).toBe('deny');
});

test('no bound is offered that would leave an argument of its kind unbound', () => {
  expect(argumentTemplates({ levers: { ...NONE, recipient: [lever('to'), lever('cc', 'list')] } })).toEqual(
    [],
  );
  expect(argumentTemplates({ levers: NONE })).toEqual([]);
});

test('the placeholder of a channel is no address of mail', () => {
  const placeholderOf = (name: string): string | undefined =>
    argumentTemplates({ levers: { ...NONE, recipient: [lever(name)] } })[0]?.placeholder;
  expect(placeholderOf('channel_id')).toBe('C0EXAMPLE1');
  expect(placeholderOf('channel')).toBe('C0EXAMPLE1');
  expect(placeholderOf('to')).toBe('colleague@example.com');
});
