import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { CATEGORIES } from '../../src/core/taxonomy.ts';
import { policyIn } from '../../src/ingest/policy-file.ts';
import { folderWith, toolwarden } from '../commands/run.ts';
import { attributeOf, named, parsePage, textOf } from '../site/parsed-page.ts';

vi.setConfig({ testTimeout: 300_000 });

const site = inject('siteFolder');

interface Twin {
  id: string;
  server: string;
  definition: { name: string };
  verdict: { category: string };
  policies: { tool: unknown; server: { url: string } };
}

/** A page: the texts of policy.json that a person copies from it, for the tool and maybe its server, and the JSON twin. */
interface Pasted {
  twin: Twin;
  texts: string[];
}

function pastedFrom(folder: string): Pasted {
  const page = parsePage(readFileSync(join(folder, 'index.html'), 'utf8'));
  const snippets = named(page, 'pre').filter((pre) => attributeOf(pre, 'data-file') === 'policy.json');
  return {
    twin: JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Twin,
    texts: snippets.map(textOf),
  };
}

const pages = globSync('tools/*/*/index.json', { cwd: site })
  .toSorted()
  .map((path) => pastedFrom(join(site, path, '..')));

/** What the twin of a server page holds, and the names of all its tools. */
const servers = new Map(
  [...Map.groupBy(pages, ({ twin }) => twin.policies.server.url)].map(([url, some]) => {
    const { policy } = JSON.parse(readFileSync(join(site, url), 'utf8')) as { policy: { text: string } };
    return [url, { text: policy.text, tools: some.map(({ twin }) => twin.definition.name) }];
  }),
);

test('every tool has a page with a policy to copy, and the twins have the same', () => {
  expect(pages.length).toBeGreaterThan(300);
  for (const { twin, texts } of pages) {
    const [tool, whole] = texts;
    expect([twin.id, JSON.parse(tool ?? '')]).toEqual([twin.id, twin.policies.tool]);
    if (whole !== undefined) expect(whole).toBe(servers.get(twin.policies.server.url)?.text);
  }
});

test('the policies of all tools and servers have no problem', () => {
  const problemsOf = (text: string, url: string): unknown[] =>
    policyIn(text, url, servers.get(url)?.tools).problems;
  for (const { twin, texts } of pages)
    expect([twin.id, problemsOf(texts[0] ?? '', twin.policies.server.url)]).toEqual([twin.id, []]);
  for (const [url, { text }] of servers) expect([url, problemsOf(text, url)]).toEqual([url, []]);
});

/** Four of each category, or as many as there are, from one end of the catalogue to the other. */
const SAMPLE = [...CATEGORIES, 'Unclassified'].flatMap((category) => {
  const some = pages.filter(({ twin }) => twin.verdict.category === category);
  const chosen = [0, 0.3, 0.6, 0.9].flatMap((part) => some[Math.floor(part * some.length)] ?? []);
  return [...new Set(chosen)];
});

test('the sample has tools of all categories', () => {
  expect(new Set(SAMPLE.map(({ twin }) => twin.verdict.category)).size).toBe(CATEGORIES.length + 1);
  expect(SAMPLE.length).toBeGreaterThanOrEqual(20);
});

test.each(SAMPLE)(
  'the policy copied from the page of $twin.id is one that policy validate takes',
  ({ twin, texts }) => {
    const folder = folderWith({
      'page.json': texts[0] ?? '',
      'twin.json': JSON.stringify(twin.policies.tool),
    });
    for (const name of ['page.json', 'twin.json']) {
      const run = toolwarden(['policy', 'validate', join(folder, name), '--server', twin.server]);
      expect(run).toEqual({
        code: 0,
        stdout: '{"valid":true,"problems":[]}\n',
        stderr: 'This policy is in order.\n',
      });
    }
  },
);
