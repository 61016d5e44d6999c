import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ServerEntry } from '../../src/core/catalogue/entry.ts';
import type { Classifier } from '../../src/core/classify/classifier.ts';
import { Policy } from '../../src/core/policy/policy.ts';
import { addServer, emptyCatalogueIndex } from '../../src/core/present/catalogue-index.ts';
import { serverSnippet } from '../../src/core/present/policy-snippets.ts';
import { serverIndex } from '../../src/core/present/server-index.ts';
import { conclusionsOf, type ServerFacts, subjectsOf } from '../../src/core/present/subject.ts';
import { toolMarkdown } from '../../src/core/present/tool-markdown.ts';
import { toolPage } from '../../src/core/present/tool-page.ts';
import type { ToolPage } from '../../src/core/present/tool-page-model.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import { readCatalogue } from '../../src/ingest/catalogue.ts';
import { attacksIn } from '../../src/pipeline/attacks.ts';
import { loadClassifier } from '../../src/pipeline/rulebook.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/tools.jsonl.gz', import.meta.url));

/** What no sentence of ours may hold; words quoted from definitions are taken out first. */
const FAULTS: readonly [fault: string, pattern: RegExp][] = [
  ['a value that is none', /\bundefined\b|\[object |\bNaN\b/],
  ['the wrong article', /\ba (?:Execute|Unclassified)\b|\ban (?:Read|Write|Destructive|Financial)\b/],
  ['a doubled full stop', /[^.]\.\.(?:\s|$)/],
  ['a doubled server', /\bserver server\b|mcp server mcp server/i],
  ['nothing', /^\s*$/],
  ['a space before a sign', /\s[,.;:](?=\s|$)/],
  ['a doubled word', /\b([a-z]+) \1\b/i],
  ['a bracket or quote without its other half', /[“”]|\([^()]*$|^[^()]*\)/],
  ['a bare number and the wrong noun', /\b1 (?:tools|calls|parameters|servers)\b/],
];

/** Every sentence that a page makes itself. */
function sentences(page: ToolPage): string[] {
  return [
    page.answer,
    page.headTitle,
    ...page.role,
    page.why.rationale,
    page.why.doesNot,
    page.why.misuse,
    page.why.runnerUp,
    page.why.agreement,
    page.control.decision,
    ...page.control.policies.flatMap(({ does, doesNot }) => [does, doesNot]),
    ...page.control.steps,
    ...page.attacks.flatMap(({ title, text, because }) => [title, text, because]),
    ...page.questions.flatMap(({ question, answer }) => [question, answer]),
    ...page.deeper.map(({ text }) => text),
  ];
}

function faultsOf(page: ToolPage): string[] {
  const name = page.name.slice(0, 80);
  return sentences(page).flatMap((sentence) => {
    const own = sentence.replaceAll(name, 'it').replaceAll(/“[^”]*”/g, 'quotation');
    return FAULTS.filter(([, pattern]) => pattern.test(own)).map(
      ([fault]) => `${page.id}: ${fault}: ${sentence}`,
    );
  });
}

/** What a rationale may not be besides: it quotes, so it is read as it stands. */
const RATIONALE_FAULTS: readonly [fault: string, pattern: RegExp][] = [
  ['no end', /[^.]$/],
  ['empty quotes', /“\s*”/],
  ['Markdown', /\*\*|`|\]\(/],
  ['a control character', /[\p{Cc}\u200B-\u200F\u202A-\u202E]/u],
  ['more than 70 words', /^(?:\S+\s+){70}/],
];

function rationaleFaults({ id, why: { rationale } }: ToolPage): string[] {
  return RATIONALE_FAULTS.filter(([, pattern]) => pattern.test(rationale)).map(
    ([fault]) => `${id}: ${fault}: ${rationale}`,
  );
}

/** Tools whose rationale is also that of a tool with another definition on the same server. */
function repeatedRationales(pages: readonly ToolPage[]): ToolPage[] {
  const alike = Map.groupBy(pages, ({ server, why }) => `${server.id}\n${why.rationale}`);
  return [...alike.values()]
    .filter((group) => new Set(group.map(({ definitionHash }) => definitionHash)).size > 1)
    .flat();
}

function pagesOf(servers: readonly ServerFacts[], classifier: Classifier): ToolPage[] {
  const all = servers.map((server) => ({
    server,
    subjects: subjectsOf(server, conclusionsOf(server, classifier)),
  }));
  const catalogue = emptyCatalogueIndex();
  for (const { subjects } of all) addServer(catalogue, subjects);
  return all.flatMap(({ server, subjects }) => {
    const serverPolicy = serverSnippet(
      subjects.map(({ advice }) => advice),
      server.entry.title,
    );
    expect(Policy.safeParse(JSON.parse(serverPolicy.text)).error).toBeUndefined();
    const context = {
      server: serverIndex(subjects),
      catalogue,
      history: [],
      serverPolicy,
      heldBack: () => [],
      guides: [],
      attacks: attacksIn(`${ROOT}catalog`)?.patterns ?? [],
    };
    return subjects.map((subject) => toolPage(subject, context));
  });
}

function classifierOf(): Classifier {
  const { classifier, findings } = loadClassifier(`${ROOT}catalog`);
  if (classifier === null) throw new Error(findings.map(({ message }) => message).join('\n'));
  return classifier;
}

function judge(pages: readonly ToolPage[]): void {
  expect(pages.flatMap(faultsOf).slice(0, 20)).toEqual([]);
  expect(pages.flatMap(rationaleFaults).slice(0, 20)).toEqual([]);
  expect(repeatedRationales(pages).length / pages.length).toBeLessThanOrEqual(0.02);
  for (const page of pages)
    expect(page.related.every(({ rows }) => rows.length > 0 && rows.length <= 6)).toBe(true);
  const titles = new Set(pages.map(({ headTitle }) => headTitle));
  expect(titles.size).toBe(pages.length);
}

test('every page of the catalogue reads as sentences, and its policy validates', () => {
  const servers = readCatalogue(`${ROOT}catalog`).sources.flatMap((source) => source.read().server ?? []);
  const pages = pagesOf(servers, classifierOf());
  expect(pages.length).toBeGreaterThan(0);
  judge(pages);
  for (const page of pages)
    expect(Policy.safeParse(JSON.parse(page.control.policies[0]?.text ?? '')).error).toBeUndefined();
}, 120_000);

test('every page of the corpus reads as sentences', (context) => {
  if (!existsSync(CORPUS)) {
    context.annotate('The corpus is absent (../shared/corpus), so only the catalogue was read.');
    return;
  }
  judge(pagesOf(corpusServers(), classifierOf()));
}, 120_000);

test('a definition of 88 KB takes no more than its share of time: its page is linear in it', () => {
  const property = (index: number) =>
    [`field_${index}`, { type: 'string', description: `Field ${index} to delete.` }] as const;
  const wide = (size: number): Definition => ({
    name: 'wide',
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: size }, (_, index) => property(index))),
    },
  });
  const page = pagesOf([facts('wide', 'Wide', [wide(1400)])], classifierOf())[0] as ToolPage;
  expect(page.definition.json.map(({ text }) => text).join('')).toBe(JSON.stringify(wide(1400), null, 2));
  expect(page.parameters).toHaveLength(60);
  expect(toolMarkdown(page).length).toBeLessThan(300_000);
});

function corpusServers(): ServerFacts[] {
  const servers = new Map<string, { title: string; definitions: Definition[] }>();
  for (const line of gunzipSync(readFileSync(CORPUS)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { source, server, serverTitle, tool } = JSON.parse(line) as {
      source: string;
      server: string;
      serverTitle?: string;
      tool: Definition;
    };
    const key = `${source} ${server}`;
    const known = servers.get(key);
    if (known === undefined) servers.set(key, { title: serverTitle ?? server, definitions: [tool] });
    else known.definitions.push(tool);
  }
  return [...servers.values()].map(({ title, definitions }, index) =>
    facts(`server-${index}`, title, definitions),
  );
}

function facts(id: string, title: string, definitions: Definition[]): ServerFacts {
  const entry: ServerEntry = {
    id,
    title,
    vendor: 'Somebody',
    official: false,
    summary: 'A server.',
    source: { kind: 'jsonl' },
  };
  const observed = {
    version: null,
    integrity: null,
    date: '2026-11-20',
    protocolVersion: null,
    how: 'a file of definitions',
  };
  return { entry, observed, provenance: 'observed', definitions };
}
