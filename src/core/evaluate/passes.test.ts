import { expect, test } from 'vitest';
import { agreement, agreementOf } from './agreement.ts';
import { goldOf } from './gold.ts';
import { PassLabel } from './pass.ts';

function label(over: Partial<PassLabel>): PassLabel {
  const definitionHash = `sha256:${'0'.repeat(64)}`;
  const base = { server: 's', tool: 't', definitionHash, category: 'Read', alt: null } as const;
  return { ...base, confidence: 'sure', risk: 'Low', flags: [], ...over };
}

// By hand: 3 of 4 agree; chance is (3/4 · 2/4) + (1/4 · 2/4) = 0.5; kappa is (0.75 - 0.5) / 0.5.
test('kappa takes away what chance would give', () => {
  const answers = [
    ['Read', 'Read'],
    ['Read', 'Read'],
    ['Write', 'Write'],
    ['Read', 'Write'],
  ] as const;
  expect(agreement(answers)).toEqual({ share: 0.75, kappa: 0.5 });
  expect(agreement([['Read', 'Read']])).toEqual({ share: 1, kappa: 1 });
});

test('a tool on which the passes differ is listed with both answers', () => {
  const { category, risk, disagreements } = agreementOf(
    [label({}), label({ tool: 'u' })],
    [label({ risk: 'High' }), label({ tool: 'u' })],
  );
  expect([category.share, risk.share]).toEqual([1, 0.5]);
  expect(disagreements).toEqual([
    { id: 's/t', a: { category: 'Read', risk: 'Low' }, b: { category: 'Read', risk: 'High' } },
  ]);
});

test('where the passes give two categories, both are right', () => {
  const [gold] = goldOf([label({ alt: 'Execute' })], [label({ category: 'Write' })]);
  expect(gold).toMatchObject({ id: 's/t', category: 'Read', alt: 'Write', confidence: 'arguable' });
  const [same] = goldOf([label({ alt: 'Execute' })], [label({ alt: 'Write', confidence: 'arguable' })]);
  expect(same).toMatchObject({ category: 'Read', alt: 'Execute', confidence: 'sure' });
});

test('an arguable label without a second candidate is refused', () => {
  expect(PassLabel.safeParse(label({ confidence: 'arguable' })).error?.issues[0]?.path).toEqual(['alt']);
  expect(PassLabel.safeParse(label({ confidence: 'arguable', alt: 'Write' })).success).toBe(true);
});
