import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readShard } from '../../src/core/search/tree.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { UNWRITTEN } from '../../src/core/targets/unwritten.ts';

const folder = inject('hostileFolder');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const files = (pattern: string): string[] => globSync(pattern, { cwd: folder }).sort();

/** Tags that a page of ours may contain; anything else came out of a definition. */
const OURS =
  /^(?:html|head|meta|title|link|script|body|header|footer|main|nav|section|article|aside|div|span|p|a|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tr|th|td|pre|code|mark|strong|em|b|i|s|small|sub|sup|q|blockquote|time|abbr|kbd|samp|data|figure|figcaption|hr|br|wbr|form|label|input|textarea|select|option|optgroup|datalist|output|button|fieldset|legend|details|summary|svg|path|rect|circle|polygon|line|g|use|symbol|defs|pattern|template|noscript|search|dialog|meter|progress)$/;

interface Tag {
  name: string;
  attributes: string;
  /** Of the elements whose content is text whatever it looks like. */
  body: string;
}

/** The opening tags of a document as a browser finds them: nothing within an attribute or a text element is one. */
function tagsOf(html: string): Tag[] {
  const token = /<!--[\s\S]*?-->|<\/?([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
  const tags: Tag[] = [];
  for (let found = token.exec(html); found !== null; found = token.exec(html)) {
    const [text, name = '', attributes = ''] = found;
    if (text.startsWith('</') || text.startsWith('<!--')) continue;
    const holdsText = /^(?:script|style|title|textarea)$/i.test(name);
    const end = holdsText
      ? html.toLowerCase().indexOf(`</${name.toLowerCase()}`, token.lastIndex)
      : token.lastIndex;
    tags.push({ name, attributes, body: html.slice(token.lastIndex, end) });
    token.lastIndex = end;
  }
  return tags;
}

/** The badge and the card of a server, and no other picture. */
const PICTURE = /^ src="\/servers\/[a-z0-9-]+\/(?:badge|card)\.svg" alt="[^"<]*"/;

describe('HTML', () => {
  test.each(files('**/*.html'))('%s holds only elements and attributes of ours', (path) => {
    for (const { name, attributes, body } of tagsOf(read(path))) {
      if (name === 'img') expect(attributes).toMatch(PICTURE);
      else expect(name).toMatch(OURS);
      expect(attributes.replaceAll(/"[^"]*"|'[^']*'/g, '')).not.toMatch(/\bon[a-z]+=/);
      expect(attributes).not.toMatch(/(?:href|src|action)\s*=\s*["']?\s*(?:javascript|data|vbscript):/i);
      expect(attributes).not.toMatch(/src\s*=\s*["']?(?:https?:)?\/\//i);
      if (name !== 'script') continue;
      if (attributes.includes('application/ld+json')) expect(() => JSON.parse(body)).not.toThrow();
      else expect(body).not.toContain('alert');
    }
  });

  test('the words of the definition are there to be read', () => {
    const html = files('tools/hostile/**/*.html').map(read).join('\n');
    expect(html).toContain('&lt;/script&gt;&lt;script&gt;alert(&quot;script&quot;)&lt;/script&gt;');
    expect(html).toContain('⟦U+202E⟧');
    expect(html).toContain('⟦U+001B⟧');
    expect(html).toContain('⟦U+E0069⟧');
  });
});

/** Characters that no surface may carry as they are: controls, bidi, tags, separators, and half pairs. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?![\n\t])\p{Cc}/u;

test.each(files('**/*.{html,md,txt,xml,svg,atom,csv}'))('%s carries no invisible character', (path) => {
  // Lines of CSV end as RFC 4180 asks.
  const text = path.endsWith('.csv') ? read(path).replaceAll('\r\n', '\n') : read(path);
  expect(INVISIBLE.exec(text)).toBeNull();
});

/** The pages that our own texts name as their sources: of vendors, of incidents, of what guides cite. */
const SOURCES = new Set([
  ...TARGETS.map(({ source }) => source.url),
  ...Object.values(UNWRITTEN).flatMap((abilities) => Object.values(abilities).map(({ source }) => source)),
  ...globSync('catalog/{attacks,guides}/*.{md,yaml}').flatMap(
    (file) => readFileSync(file, 'utf8').match(/https:\/\/[^\s)"'>]+/g) ?? [],
  ),
]);

describe('Markdown', () => {
  test.each(files('**/*.md'))('%s has no live markup outside of code', (path) => {
    const prose = withoutCode(read(path));
    expect(prose).not.toMatch(/(?<!\\)<(?:[a-zA-Z/!?])/);
    expect(prose).not.toMatch(/(?<!\\)!\[/);
    for (const [, target = ''] of prose.matchAll(/(?<!\\)\]\(([^)]*)\)/g))
      if (!SOURCES.has(target)) expect(target).toMatch(/^(?:\/|https:\/\/example\.org\/|#)/);
    expect(prose).not.toMatch(/^\[[^\]]*\]:/m);
  });
});

/** Fenced blocks end only at a fence as long as their own; then code spans go. */
function withoutCode(markdown: string): string {
  const prose: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark !== undefined) fence = mark;
    else if (fence !== null && line === fence) fence = null;
    else if (fence === null) prose.push(line);
  }
  return prose.join('\n').replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
}

test('every JSON file parses, and a definition comes back unaltered', () => {
  for (const path of files('**/*.json')) expect(() => JSON.parse(read(path)), path).not.toThrow();
  const { result } = JSON.parse(
    readFileSync('tests/fixtures/hostile-catalog/servers/hostile/tools.json', 'utf8'),
  );
  const twins = files('tools/hostile/*/index.json').map((path) => JSON.parse(read(path)));
  expect(twins).toHaveLength(result.tools.length);
  for (const tool of result.tools) {
    const twin = twins.find(({ definition }) => definition.name === tool.name);
    expect(JSON.stringify(twin.definition)).toBe(JSON.stringify(tool));
  }
});

test('every name has an address of its own that is safe as a folder everywhere', () => {
  const slugs = files('tools/awkward-names/*').map((path) => path.split(/[\\/]/).at(-1) ?? '');
  const { result } = JSON.parse(
    readFileSync('tests/fixtures/hostile-catalog/servers/awkward-names/tools.json', 'utf8'),
  );
  expect(slugs).toHaveLength(result.tools.length);
  expect(new Set(slugs.map((slug) => slug.toLowerCase())).size).toBe(slugs.length);
  for (const slug of slugs)
    expect(slug).toMatch(/^(?!con(?:\.|$)|nul(?:\.|$))[A-Za-z0-9_-][A-Za-z0-9_.-]{0,100}$/i);
  expect(slugs).toContain('list');
});

test('the exact-name index finds names that are also names of object members', () => {
  const entries = files('search/*/names-*.json').flatMap((path) => readShard(JSON.parse(read(path))));
  const rows = files('search/*/rows-*.json')
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .flatMap((path) => JSON.parse(read(path)));
  for (const name of ['__proto__', 'constructor', 'tostring', '读取文件']) {
    const owners = entries.filter(([word]) => word === name);
    expect(owners, name).toHaveLength(1);
    const named = owners.flatMap(([, tools]) => tools.map((tool) => [rows[tool]].flat()[0]));
    expect(named.map((each) => each.toLowerCase())).toEqual(named.map(() => name));
  }
});

test('the terminal sees only text and line ends', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'toolwarden-terminal-')), 'dist');
  const command = [
    'scripts/toolwarden.mjs',
    'build',
    '--catalog',
    'tests/fixtures/hostile-catalog',
    '--out',
    out,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  rmSync(dirname(out), { recursive: true });
  expect(status).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain('⟦U+001B⟧');
  expect(INVISIBLE.exec(stderr)).toBeNull();
});
