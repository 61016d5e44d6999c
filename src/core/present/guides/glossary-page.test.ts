import { expect, test } from 'vitest';
import { EFFECT_IDS, FACT_IDS, FLAG_IDS, SIGNAL_IDS } from '../../taxonomy.ts';
import { glossaryJsonLd, glossaryMarkdown, glossaryPage } from './glossary-page.ts';

const page = glossaryPage({
  groups: [
    { title: 'Words', terms: [{ term: 'A </script> b', means: 'Something that stands for itself.' }] },
  ],
});
const terms = page.groups.flatMap((group) => group.terms);

test('every word of the taxonomy is there, each anchor once', () => {
  const ids = [...page.groups.map(({ id }) => id), ...terms.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  for (const effect of EFFECT_IDS) expect(ids).toContain(`effect-${effect}`);
  for (const flag of FLAG_IDS) expect(ids).toContain(`flag-${flag}`);
  for (const signal of SIGNAL_IDS) expect(ids).toContain(`signal-${signal}`);
  for (const fact of FACT_IDS) expect(ids).toContain(`fact-${fact}`);
});

test('levels and effects say what the table says', () => {
  const means = (id: string) => terms.find((term) => term.id === id)?.means;
  expect(means('effect-mint-credential')).toBe(
    'The tool creates a long-lived credential: a Write effect of Critical risk. With the fact “short-lived” it creates a short-lived credential: High.',
  );
  expect(means('risk-critical')).toContain('grants administrator rights');
  expect(means('risk-low')).not.toContain('deletes');
});

test('the structured data holds each term and cannot leave its script element', () => {
  const json = glossaryJsonLd(page, 'https://example.org');
  expect(json).not.toContain('</');
  const { hasDefinedTerm } = JSON.parse(json) as { hasDefinedTerm: { '@id': string; name: string }[] };
  expect(hasDefinedTerm).toHaveLength(terms.length);
  expect(hasDefinedTerm[0]).toMatchObject({
    name: 'A </script> b',
    '@id': 'https://example.org/glossary/#a-script-b',
  });
  expect(glossaryMarkdown(page)).toContain('- **A \\</script\\> b**: Something');
});
