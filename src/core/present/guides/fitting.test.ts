import { expect, test } from 'vitest';
import { serverOf } from '../../../../tests/present/sample.ts';
import type { Verdict } from '../../classify/verdict.ts';
import type { Definition } from '../../tool/definition.ts';
import { type GuideLink, guidesFor } from './fitting.ts';

const guide = (title: string, ...fits: GuideLink['fits'][number][]): GuideLink => ({
  title,
  href: `/guides/${title}/`,
  fits,
});

const GUIDES = [
  guide('levels', 'every-tool'),
  guide('unattended', 'high-risk'),
  guide('untrusted', 'untrusted'),
  guide('annotations', 'no-claims', 'contradicted-claims'),
  guide('wording', 'no-description'),
];

function titles(definition: Definition, verdict: Partial<Verdict>): string[] {
  const { subjects } = serverOf([{ definition, verdict }]);
  return subjects.flatMap((subject) => guidesFor(subject, GUIDES)).map(({ text }) => text);
}

test('the guides for what is most telling come first, and never more than three', () => {
  expect(titles({ name: 'a' }, { risk: 'High', flags: ['untrusted'] })).toEqual([
    'wording',
    'untrusted',
    'annotations',
  ]);
});

test('a guide that fits twice is linked once, and each tool gets one at least', () => {
  const definition = { name: 'a', description: 'Reads it.', annotations: { readOnlyHint: true } };
  expect(titles(definition, { risk: 'Low' })).toEqual(['levels']);
});
