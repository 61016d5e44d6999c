import type { Finding } from '../core/finding.ts';
import type { Figures } from '../core/present/guides/figures.ts';
import type { GuideLink } from '../core/present/guides/fitting.ts';
import { type GlossaryPage, glossaryMarkdown, glossaryPage } from '../core/present/guides/glossary-page.ts';
import {
  guideArticleMarkdown,
  guideArticles,
  guideIndex,
  guideIndexMarkdown,
} from '../core/present/guides/guide-page.ts';
import { withLinks } from '../core/present/guides/prose.ts';
import { guideHref } from '../core/present/hrefs.ts';
import { type GlossarySource, type GuideFile, readGlossary, readGuides } from '../ingest/guides.ts';
import { problem } from '../ingest/problem.ts';
import type { Addresses } from './addresses.ts';
import type { SiteFiles } from './site-files.ts';

/** Guides and glossary of one catalogue folder. */
export interface Reading {
  guides: GuideFile[];
  glossary: GlossarySource | null;
}

export function readReading(dir: string, figures: Figures): { reading: Reading; findings: Finding[] } {
  const { guides, findings } = readGuides(dir, figures);
  const { source, findings: unread } = readGlossary(dir);
  return { reading: { guides, glossary: source }, findings: [...findings, ...unread] };
}

/** What tool pages choose from. */
export function guideLinks({ guides }: Reading): GuideLink[] {
  return guides.map(({ guide: { slug, head } }) => ({
    href: guideHref(slug),
    title: head.title,
    fits: head.fits,
  }));
}

/**
 * Guides, their index, the glossary, and the twins of each. A link to a page that this catalogue does not have loses
 * its address and keeps its words. Returns the addresses.
 */
export function writeReading(
  models: SiteFiles,
  site: SiteFiles,
  { guides, glossary }: Reading,
  addresses: Addresses,
): string[] {
  const known = guides.map(({ guide }) => ({
    ...guide,
    prose: withLinks(guide.prose, (href) => (isHere(href, addresses) ? href : null)),
  }));
  const [index, articles] = [guideIndex(known), guideArticles(known)];
  models.writeJson('guides.json', index);
  site.write('guides/index.json', `${JSON.stringify(index)}\n`);
  site.write('guides/index.md', guideIndexMarkdown(index));
  for (const article of articles) {
    models.writeJson(`guides/${article.slug}.json`, article);
    site.write(`guides/${article.slug}/index.json`, `${JSON.stringify(article)}\n`);
    site.write(`guides/${article.slug}/index.md`, guideArticleMarkdown(article));
  }
  const terms = writeGlossary(models, site, glossary, addresses);
  return [index.href, ...articles.map(({ href }) => href), terms.href];
}

function writeGlossary(
  models: SiteFiles,
  site: SiteFiles,
  source: GlossarySource | null,
  addresses: Addresses,
): GlossaryPage {
  const whole = glossaryPage(source?.glossary ?? { groups: [] });
  const groups = whole.groups.map((group) => ({
    ...group,
    terms: group.terms.map((term) => ({
      ...term,
      see: term.see !== null && isHere(term.see, addresses) ? term.see : null,
    })),
  }));
  const page = { ...whole, groups };
  models.writeJson('glossary.json', page);
  site.write('glossary/index.json', `${JSON.stringify(page)}\n`);
  site.write('glossary/index.md', glossaryMarkdown(page));
  return page;
}

/** Addresses elsewhere are nobody's to check here; within the site the page decides, not the anchor. */
function isHere(href: string, addresses: Addresses): boolean {
  return !href.startsWith('/') || addresses.has(pathOf(href));
}

function pathOf(href: string): string {
  return href.replace(/#.*$/, '');
}

/** Dead links, links of a kind that no page may carry, verdicts that the catalogue does not give, terms explained twice. */
export function readingFindings({ guides, glossary }: Reading, addresses: Addresses): Finding[] {
  const linked = guides.flatMap(({ file, guide, links }) =>
    links.flatMap(({ href, verdict, line }) => {
      const anchors = guide.prose.sections.map(({ id }) => `#${id}`);
      return linkFindings(href, verdict, anchors, addresses).map((found) => ({ ...found, file, line }));
    }),
  );
  return [...linked, ...(glossary === null ? [] : glossaryFindings(glossary, addresses))];
}

function linkFindings(
  href: string,
  verdict: string | null,
  anchors: readonly string[],
  addresses: Addresses,
): Finding[] {
  if (href.startsWith('#'))
    return anchors.includes(href) ? [] : [deadLink(href, `Write one of: ${anchors.join(', ')}.`)];
  if (!href.startsWith('/')) {
    const hint = 'Begin it with / for a page of this site, or with https:// for a page elsewhere.';
    return href.startsWith('https://') ? [] : [deadLink(href, hint)];
  }
  const is = addresses.get(pathOf(href));
  if (is === undefined)
    return [deadLink(href, 'Write the address of a page of this catalogue, with a slash at its end.')];
  if (verdict === null || verdict === is) return [];
  const hint =
    is === null
      ? 'Remove the title of the link.'
      : `Write "${is}", and see whether the text around it still holds.`;
  return [
    problem('stale-verdict', `The text says "${verdict}" of ${href}, and the catalogue does not.`, hint),
  ];
}

function deadLink(href: string, hint: string): Finding {
  return problem('dead-link', `The link leads nowhere: ${href}`, hint);
}

function glossaryFindings({ glossary, file, lineOf }: GlossarySource, addresses: Addresses): Finding[] {
  const seen = new Set<string>();
  return glossary.groups.flatMap(({ terms }, group) =>
    terms.flatMap(({ term, see }, index): Finding[] => {
      const path = `/groups/${group}/terms/${index}`;
      const where = { file, line: lineOf(path), path };
      const again = seen.has(term.toLowerCase());
      seen.add(term.toLowerCase());
      return [
        ...(again
          ? [problem('repeated-term', `"${term}" is explained twice.`, 'Keep one of the two.', where)]
          : []),
        ...(see === undefined || isHere(see, addresses)
          ? []
          : [{ ...deadLink(see, 'Write the address of a page of this catalogue.'), ...where }]),
      ];
    }),
  );
}
