import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Packages = Record<string, { optionalDependencies?: Record<string, string> }>;

/** Every folder in which a package at `from` finds its dependencies, as Node looks them up. */
function foldersAbove(from: string): string[] {
  const parts = from === '' ? [] : from.split('/node_modules/');
  return [...parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`), ''].reverse();
}

/** Optional dependencies without an entry; `npm ci` refuses a lock that was written where they could not be had. */
function unlocked(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersAbove(at).some((folder) => `${folder}node_modules/${name}` in packages))
      .map((name) => `${at} needs ${name}`),
  );
}

test('the lock has an entry for each optional dependency, of every platform', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages };
  expect(unlocked(packages)).toEqual([]);
});

test('a missing entry would be told', () => {
  const packages = {
    'node_modules/a': { optionalDependencies: { x: '1', y: '1', z: '1' } },
    'node_modules/a/node_modules/x': {},
    'node_modules/y': {},
  };
  expect(unlocked(packages)).toEqual(['node_modules/a needs z']);
});
