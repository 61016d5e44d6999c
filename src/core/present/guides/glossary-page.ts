import type { GlossaryFile } from '../../catalogue/guide.ts';
import {
  CATEGORIES,
  EFFECT_IDS,
  EFFECTS,
  type EffectRow,
  FACTS,
  FLAGS,
  RISKS,
  SIGNALS,
} from '../../taxonomy.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { categoryHref, flagHref, riskHref } from '../hrefs.ts';
import { scriptJson } from '../json-ld.ts';
import { blocks } from '../markdown-table.ts';
import { list, withArticle } from '../phrase.ts';
import { anchorOf } from './prose.ts';

interface GlossaryTerm {
  /** Anchor; kind first where two kinds share a word ("flag-code", "signal-code"). */
  id: string;
  term: string;
  means: string;
  see: string | null;
}

export interface GlossaryPage {
  href: string;
  lead: string;
  groups: { id: string; title: string; intro: string | null; terms: GlossaryTerm[] }[];
}

/**
 * Every word with a meaning of its own here: those that people explain, and those of the taxonomy straight from its
 * tables, so that the glossary cannot say anything else than the classifier does.
 */
export function glossaryPage(file: GlossaryFile): GlossaryPage {
  const written = file.groups.map(({ title, terms }) => ({
    id: anchorOf(title),
    title,
    intro: null,
    terms: terms.map(({ term, means, see }) => ({ id: anchorOf(term), term, means, see: see ?? null })),
  }));
  return {
    href: '/glossary/',
    lead: 'One word for one thing: what the words on these pages mean, with an anchor for each, so that a review can link the meaning it relies on.',
    groups: [...written, categoryTerms(), levelTerms(), effectTerms(), ...listedTerms()],
  };
}

function categoryTerms(): GlossaryPage['groups'][number] {
  const terms = CATEGORIES.map((category): GlossaryTerm => {
    const does = EFFECT_IDS.filter((effect) => EFFECTS[effect].category === category).map(
      (effect) => EFFECTS[effect].does,
    );
    const means = `One successful call ${list(does, 'or')}.`;
    return { id: `category-${category.toLowerCase()}`, term: category, means, see: categoryHref(category) };
  });
  const unclassified = {
    id: 'category-unclassified',
    term: 'Unclassified',
    means:
      'No effect was found, or the text does not let a careful engineer decide. Such a tool is unrated, and the advice is that for High.',
    see: null,
  };
  const intro = `A tool has the category of its strongest effect; from weakest to strongest: ${list(CATEGORIES)}.`;
  return { id: 'categories', title: 'Categories', intro, terms: [...terms, unclassified] };
}

function levelTerms(): GlossaryPage['groups'][number] {
  const terms = RISKS.map((risk): GlossaryTerm => {
    const rows = EFFECT_IDS.flatMap((effect): string[] => {
      const { risk: usual, does, variant }: EffectRow = EFFECTS[effect];
      return [
        ...(usual === risk ? [does] : []),
        ...(variant !== undefined && variant.risk === risk ? [variant.does] : []),
      ];
    });
    return {
      id: `risk-${risk.toLowerCase()}`,
      term: risk,
      means: `The highest level among its effects is ${risk}: one successful call ${list(rows, 'or')}.`,
      see: riskHref(risk),
    };
  });
  const unrated = {
    id: 'risk-unrated',
    term: 'Unrated',
    means:
      'The level of an Unclassified tool. It is not a low level: nothing is known, so it is treated as High.',
    see: null,
  };
  return { id: 'levels', title: 'Levels of risk', intro: null, terms: [...terms.toReversed(), unrated] };
}

function effectTerms(): GlossaryPage['groups'][number] {
  const terms = EFFECT_IDS.map((effect): GlossaryTerm => {
    const { category, risk, does, variant }: EffectRow = EFFECTS[effect];
    const other =
      variant === undefined ? '' : ` With the fact “${variant.fact}” it ${variant.does}: ${variant.risk}.`;
    return {
      id: `effect-${effect}`,
      term: effect,
      means: `The tool ${does}: ${withArticle(category)} effect of ${risk} risk.${other}`,
      see: null,
    };
  });
  const intro = 'The closed list from which category and level follow; nothing else sets them.';
  return { id: 'effects', title: 'Effects', intro, terms };
}

function listedTerms(): GlossaryPage['groups'] {
  const of = (
    kind: string,
    title: string,
    words: Record<string, string>,
    intro: string,
    href: (word: string) => string | null,
  ): GlossaryPage['groups'][number] => ({
    id: title.toLowerCase(),
    title,
    intro,
    terms: Object.entries(words).map(([word, does]) => ({
      id: `${kind}-${word}`,
      term: word,
      means: `The tool ${does}.`,
      see: href(word),
    })),
  });
  return [
    of('flag', 'Flags', FLAGS, 'Properties that matter in combination with other tools.', (word) =>
      flagHref(word as keyof typeof FLAGS),
    ),
    of(
      'signal',
      'Signals',
      SIGNALS,
      'Facts about parameters and text that help to write a policy.',
      () => null,
    ),
    of(
      'fact',
      'Facts',
      FACTS,
      'What the text states besides the effect; some select a row of the effect table.',
      () => null,
    ),
  ];
}

/** Source: schema.org, DefinedTermSet. */
export function glossaryJsonLd({ href, groups }: GlossaryPage, site: string): string {
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': site + href,
    name: 'Glossary of Toolwarden',
    url: site + href,
    hasDefinedTerm: groups.flatMap(({ terms }) =>
      terms.map(({ id, term, means }) => ({
        '@type': 'DefinedTerm',
        '@id': `${site}${href}#${id}`,
        name: term,
        description: means,
        inDefinedTermSet: site + href,
      })),
    ),
  });
}

export function glossaryMarkdown({ lead, groups }: GlossaryPage): string {
  const parts = groups.flatMap(({ title, intro, terms }) => [
    `## ${escapeMarkdown(title)}`,
    intro === null ? '' : escapeMarkdown(intro),
    terms
      .map(
        ({ term, means, see }) =>
          `- **${escapeMarkdown(term)}**: ${escapeMarkdown(means)}${see === null ? '' : ` [More](${see})`}`,
      )
      .join('\n'),
  ]);
  return `${blocks(['# Glossary', lead, ...parts])}\n`;
}
