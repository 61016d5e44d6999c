import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Who may import what: the first row whose folder holds a file speaks for it. Packages are listed by name; `node:`
 * stands for every module of Node. Values flow core <- ingest <- pipeline <- scripts, and pages read models alone.
 */
const LAW: { folder: string; own: string[]; packages: string[] }[] = [
  {
    folder: 'src/core',
    own: ['src/core'],
    packages: [
      'zod',
      '@noble/hashes',
      'canonicalize',
      're2js',
      'jsonc-parser',
      'smol-toml',
      'yaml',
      'gpt-tokenizer',
    ],
  },
  {
    folder: 'src/ingest',
    own: ['src/core', 'src/ingest'],
    packages: ['node:', 'zod', 'js-yaml', 'gray-matter', 'satteri', '@modelcontextprotocol/client'],
  },
  {
    folder: 'src/pipeline',
    own: ['src/core', 'src/ingest', 'src/pipeline'],
    packages: ['node:', 'zod', 'pagefind', 'sharp', 'opentype.js'],
  },
  {
    folder: 'src/gateway',
    own: ['src/core', 'src/ingest', 'src/gateway'],
    packages: [
      'node:',
      'zod',
      '@modelcontextprotocol/client',
      '@modelcontextprotocol/node',
      'eventsource-parser',
    ],
  },
  { folder: 'src/site', own: ['src/core', 'src/site'], packages: ['node:', '@noble/hashes'] },
  { folder: 'src/browser', own: ['src/core', 'src/browser', 'src/styles'], packages: ['zod'] },
  {
    folder: 'src/pages',
    own: ['src/core', 'src/site', 'src/components', 'src/layouts', 'src/styles', 'src/browser'],
    packages: ['astro'],
  },
  {
    folder: 'src/layouts',
    own: ['src/core', 'src/site', 'src/components', 'src/layouts', 'src/styles', 'src/browser'],
    packages: ['astro'],
  },
  {
    folder: 'src/components',
    own: ['src/core', 'src/site', 'src/components', 'src/styles', 'src/browser'],
    packages: ['astro'],
  },
  {
    folder: 'scripts/bench/targets.ts',
    own: ['src/core', 'scripts', 'tests/targets'],
    packages: [],
  },
  {
    folder: 'scripts/bench/vendors',
    own: ['src/core', 'scripts', 'tests/targets'],
    packages: ['node:'],
  },
  {
    folder: 'scripts/bench/search.ts',
    own: ['src/core', 'scripts', 'tests/site'],
    packages: ['node:', 'playwright-core'],
  },
  {
    folder: 'scripts',
    own: ['src/core', 'src/ingest', 'src/pipeline', 'src/gateway', 'src/site', 'scripts'],
    packages: ['node:', 'commander', 'cli-progress', 'sirv', 'astro', 'subset-font'],
  },
];

/** Within core: each folder may import those before it and itself; types of `taxonomy.ts` and `finding.ts` are everyone's. */
const CORE = [
  ['tool', 'classify'],
  ['tokens'],
  ['catalogue', 'rulebook', 'evaluate', 'explain', 'policy', 'indicators', 'rulings', 'profiles', 'search'],
  ['recommend'],
  ['targets', 'combinations', 'stack'],
  ['attacks'],
  ['schemas'],
  ['present'],
];

/** Doors: one module alone may import what stands behind it. */
const DOORS: Record<string, string[]> = {
  'js-yaml': ['src/ingest/yaml.ts'],
  'gray-matter': ['src/ingest/front-matter.ts'],
  satteri: ['src/ingest/markdown.ts'],
  pagefind: ['src/pipeline/full-text-index.ts'],
};

interface Import {
  from: string;
  to: string;
}

/** As the formatter leaves them. */
const IMPORT = /\bfrom '([^']+)';$|^import '([^']+)';$|\bimport\('([^']+)'\)/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].map((groups) => {
    const target = groups.slice(1).find((group) => group !== undefined) ?? '';
    const to = target.startsWith('.')
      ? normalize(join(dirname(file), target))
          .split(sep)
          .join('/')
      : target;
    return { from: file, to };
  });
}

const imports = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.ts'])
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap(importsOf);

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(':') ? folder : `${folder}/`);
}

function isLawful({ from, to }: Import): boolean {
  const row = LAW.find(({ folder }) => isUnder(from, folder));
  if (row === undefined) return from.startsWith('src/') && !from.slice(4).includes('/');
  return [...row.own, ...row.packages].some(
    (allowed) => isUnder(to, allowed) || to.startsWith(`${allowed}:`),
  );
}

function told(list: readonly Import[]): string[] {
  return list.map(({ from, to }) => `${from} imports ${to}`);
}

test('there are imports to look at', () => {
  expect(imports.length).toBeGreaterThan(200);
  expect(told(imports)).toContain('src/ingest/yaml.ts imports js-yaml');
});

test('every import keeps to the table', () => {
  expect(told(imports.filter((one) => !isLawful(one)))).toEqual([]);
});

test('within core values move one way', () => {
  const rank = (path: string): number => CORE.findIndex((group) => group.includes(path.split('/')[2] ?? ''));
  const inner = imports.filter(({ from, to }) => from.startsWith('src/core/') && to.startsWith('src/core/'));
  const isFolder = ({ to }: Import): boolean => to.split('/').length > 3;
  expect(told(inner.filter((one) => isFolder(one) && rank(one.to) > rank(one.from)))).toEqual([]);
});

test('each door has one keeper', () => {
  const behind = imports.filter(({ from, to }) => DOORS[to] !== undefined && !DOORS[to]?.includes(from));
  expect(told(behind)).toEqual([]);
});
