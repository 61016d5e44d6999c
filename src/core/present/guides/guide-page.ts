import type { GuideHead, Reader } from '../../catalogue/guide.ts';
import { READERS } from '../../catalogue/guide.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { guideHref } from '../hrefs.ts';
import { blocks } from '../markdown-table.ts';
import type { Link } from '../page-model.ts';
import { shown } from '../shown.ts';
import type { Prose } from './prose.ts';
import { proseMarkdown } from './prose-markdown.ts';

/** A guide as it was read. */
export interface Guide {
  slug: string;
  head: GuideHead;
  prose: Prose;
}

/** Everything that the page of a guide shows. */
export interface GuideArticle extends Prose {
  slug: string;
  href: string;
  title: string;
  description: string;
  /** For whom, as a phrase: "For whoever runs agents". */
  reader: string;
  next: Link | null;
}

export interface GuideIndex {
  href: string;
  lead: string;
  groups: { reader: string; guides: { href: string; title: string; description: string }[] }[];
}

const FOR: Record<Reader, string> = {
  everyone: 'For everyone who reads a page here',
  'agent-owner': 'For whoever runs agents',
  reviewer: 'For whoever has to approve a server',
  author: 'For authors of servers',
};

export function guideArticles(guides: readonly Guide[]): GuideArticle[] {
  return guides.map(({ slug, head, prose }, index) => {
    const next = guides[index + 1];
    return {
      ...prose,
      slug,
      href: guideHref(slug),
      title: head.title,
      description: head.description,
      reader: FOR[head.reader],
      next: next === undefined ? null : { text: shown(next.head.title), href: guideHref(next.slug) },
    };
  });
}

export function guideIndex(guides: readonly Guide[]): GuideIndex {
  const groups = READERS.map((reader) => ({
    reader: FOR[reader],
    guides: guides
      .filter(({ head }) => head.reader === reader)
      .map(({ slug, head: { title, description } }) => ({ href: guideHref(slug), title, description })),
  }));
  return {
    href: '/guides/',
    lead: 'How to read what stands here, and what to do about it: for people who run agents, who approve servers, and who write them.',
    groups: groups.filter((group) => group.guides.length > 0),
  };
}

export function guideArticleMarkdown(article: GuideArticle): string {
  const next =
    article.next === null ? '' : `Next: [${escapeMarkdown(article.next.text)}](${article.next.href})`;
  return `${blocks([`# ${escapeMarkdown(article.title)}`, `${article.reader}.`, proseMarkdown(article), next])}\n`;
}

export function guideIndexMarkdown({ lead, groups }: GuideIndex): string {
  const parts = groups.flatMap(({ reader, guides }) => [
    `## ${reader}`,
    guides
      .map(
        ({ href, title, description }) =>
          `- [${escapeMarkdown(title)}](${href}): ${escapeMarkdown(description)}`,
      )
      .join('\n'),
  ]);
  return `${blocks(['# Guides', lead, ...parts])}\n`;
}
