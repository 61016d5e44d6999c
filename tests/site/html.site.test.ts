import { beforeAll, describe, expect, inject, test } from 'vitest';
import { pagesOf, parsedPages } from './built-pages.ts';
import { attributeOf, named, type ParsedPage, textOf, within } from './parsed-page.ts';

const site = inject('site');
let pages: Map<string, ParsedPage>;
beforeAll(async () => {
  pages = await parsedPages(site, [...(await pagesOf(site)), '/search/']);
});

/** Each problem with the page it is on, so that one run shows all of them. */
function problems(check: (page: ParsedPage, path: string) => string[]): string[] {
  return [...pages]
    .flatMap(([path, page]) => check(page, path).map((problem) => `${path}: ${problem}`))
    .slice(0, 20);
}

describe('every page of the embedded catalogue', () => {
  test('is one of many', () => {
    expect(pages.size).toBeGreaterThan(100);
  });

  test('has one h1, and headings that skip no level', () => {
    const levels = (page: ParsedPage) =>
      named(page, 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName[1]));
    expect(
      problems((page) => {
        const found = levels(page);
        const ones = found.filter((level) => level === 1).length;
        const skips = found.some((level, index) => level > (found[index - 1] ?? 0) + 1);
        return [...(ones === 1 ? [] : [`${ones} h1`]), ...(skips ? [`headings ${found.join(' ')}`] : [])];
      }),
    ).toEqual([]);
  });

  test('has a title and a description that no other page has', () => {
    const seen = new Map<string, string>();
    const twice = (kind: string, text: string | undefined, path: string) => {
      const other = seen.get(`${kind} ${text}`);
      seen.set(`${kind} ${text}`, path);
      return text === undefined || text.trim() === ''
        ? [`no ${kind}`]
        : other === undefined
          ? []
          : [`${kind} of ${other}`];
    };
    expect(
      problems((page, path) => [
        ...twice('title', page.title, path),
        ...twice('description', metaOf(page, 'description'), path),
      ]),
    ).toEqual([]);
  });

  test('repeats no id, and names no id that is not there', () => {
    expect(
      problems((page) => {
        const ids = page.elements
          .map((element) => attributeOf(element, 'id'))
          .filter((id) => id !== undefined);
        const known = new Set(ids);
        const fragments = named(page, 'a')
          .map((link) => attributeOf(link, 'href') ?? '')
          .filter((href) => href.startsWith('#') && !known.has(href.slice(1)));
        return [...(known.size === ids.length ? [] : ['an id twice']), ...fragments];
      }),
    ).toEqual([]);
  });

  test('says its own address as the canonical one', () => {
    const canonical = (page: ParsedPage) =>
      attributeOf(
        named(page, 'link').find((link) => attributeOf(link, 'rel') === 'canonical'),
        'href',
      );
    expect(
      problems((page, path) =>
        new URL(canonical(page) ?? 'none:').pathname === path ? [] : [`${canonical(page)}`],
      ),
    ).toEqual([]);
  });

  test('carries the strict policy, and nothing inline that the policy would have to allow', () => {
    expect(
      problems((page) => {
        const policy = metaOf(page, 'Content-Security-Policy') ?? '';
        const inline = page.elements.flatMap(({ attrs }) =>
          attrs.filter(({ name }) => name === 'style' || name.startsWith('on')),
        );
        return [
          ...(policy.startsWith("default-src 'none'") && !policy.includes('unsafe-inline') ? [] : ['policy']),
          ...inline.map(({ name }) => `attribute ${name}`),
          ...named(page, 'style').map(() => 'style element'),
        ];
      }),
    ).toEqual([]);
  });

  test('links only to what is there', async () => {
    const targets = [...localTargets(pages)].filter(([pathname]) => !pages.has(pathname));
    const dead: string[] = [];
    while (targets.length > 0) {
      const answers = targets.splice(0, 32).map(async ([pathname, path]) => {
        const { status } = await fetch(site + pathname, { method: 'HEAD' });
        if (status !== 200) dead.push(`${path} links to ${pathname}, which answers ${status}`);
      });
      await Promise.all(answers);
    }
    expect(dead.slice(0, 20)).toEqual([]);
  });

  test('shows the very questions and answers that its structured data holds', () => {
    let compared = 0;
    expect(
      problems((page, path) => {
        if (!path.startsWith('/tools/')) return [];
        const script = named(page, 'script').find(
          (element) => attributeOf(element, 'type') === 'application/ld+json',
        );
        const faq = JSON.parse(textOf(script)) as {
          mainEntity: { name: string; acceptedAnswer: { text: string } }[];
        };
        const stated = faq.mainEntity.flatMap(({ name, acceptedAnswer }) => [name, acceptedAnswer.text]);
        const visible = within(page, 'faq')
          .filter(({ tagName }) => tagName === 'h3' || tagName === 'p')
          .map(textOf);
        compared += stated.length;
        return JSON.stringify(visible) === JSON.stringify(stated) && stated.length >= 14
          ? []
          : ['the questions differ'];
      }),
    ).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
  });
});

/** What pages of this site link to on this site, each with a page that does. */
function localTargets(from: ReadonlyMap<string, ParsedPage>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [path, page] of from) {
    for (const element of named(page, 'a', 'link', 'script')) {
      const target = attributeOf(element, 'href') ?? attributeOf(element, 'src') ?? '#';
      const { origin, pathname } = new URL(target, site + path);
      if (origin === site) targets.set(pathname, path);
    }
  }
  return targets;
}

function metaOf(page: ParsedPage, name: string): string | undefined {
  const meta = named(page, 'meta').find(
    (element) => attributeOf(element, 'name') === name || attributeOf(element, 'http-equiv') === name,
  );
  return attributeOf(meta, 'content');
}
