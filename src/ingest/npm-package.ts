import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../core/tool/json.ts';
import { readJson } from './json.ts';
import { npm } from './npm.ts';
import { problem, Stopped } from './problem.ts';
import type { Source } from './source.ts';

/** A package as it lies installed, and what its manifest says about itself. */
export interface InstalledPackage {
  folder: string;
  name: string;
  version: string;
  /** Subresource-integrity string from the lock file. */
  integrity: string | null;
  manifest: JsonObject;
  /** SPDX identifier and where it was read; null when neither the manifest nor a licence file tells. */
  license: { spdx: string; evidence: string } | null;
}

const NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** Splits `PKG@VERSION`; the version must be exact, so that an observation can be repeated. Throws {@link Stopped}. */
export function packageSpec(text: string): { name: string; version: string } {
  const at = text.lastIndexOf('@');
  const name = at > 0 ? text.slice(0, at) : text;
  const version = at > 0 ? text.slice(at + 1) : '';
  if (NAME.test(name) && VERSION.test(version)) return { name, version };
  const hint = 'Write an npm package with an exact version, e.g. @stripe/mcp@0.2.5.';
  throw new Stopped([problem('bad-package', `"${text}" is not PACKAGE@VERSION.`, hint)]);
}

/** Installs a package without running any script of it into `folder`, within a time limit. Throws {@link Stopped}. */
export async function installPackage(
  { name, version, overrides = {} }: Source & { kind: 'npm' },
  folder: string,
  timeoutMs: number,
): Promise<InstalledPackage> {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides }));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', '--loglevel=error'];
  await npm(['install', ...flags, '--', `${name}@${version}`], folder, `${name}@${version}`, timeoutMs);
  const installed = join(folder, 'node_modules', name);
  const manifest = readObject(join(installed, 'package.json'));
  const lock = readObject(join(folder, 'package-lock.json'));
  const packages = isObject(lock['packages']) ? lock['packages'] : {};
  const locked = packages[`node_modules/${name}`];
  const integrity = isObject(locked) && typeof locked['integrity'] === 'string' ? locked['integrity'] : null;
  return { folder: installed, name, version, integrity, manifest, license: licenseOf(manifest, installed) };
}

/** The program of a package as an absolute path, and whether Node has to run it. Throws {@link Stopped}. */
export function binOf(
  installed: InstalledPackage,
  wanted: string | undefined,
): { file: string; isScript: boolean } {
  const bins = binsOf(installed);
  const names = Object.keys(bins);
  const only =
    wanted ?? (names.length === 1 ? names[0] : names.find((name) => name === shortName(installed.name)));
  const path = only === undefined ? undefined : bins[only];
  if (path === undefined) {
    const message = `Which program of ${installed.name} is the server? It has: ${names.join(', ') || 'none'}.`;
    throw new Stopped([problem('which-bin', message, 'Name one with --bin NAME.')]);
  }
  const file = join(installed.folder, path);
  if (!file.startsWith(`${installed.folder}/`) || !existsSync(file)) {
    throw new Stopped([
      problem(
        'no-bin',
        `${installed.name} names a program that it does not contain: ${path}.`,
        'Choose another version.',
      ),
    ]);
  }
  const head = readFileSync(file).subarray(0, 200).toString('latin1');
  const isScript = /\.[cm]?js$/.test(file) || /^#!.*\bnode\b/.test(head);
  return { file, isScript };
}

function binsOf(installed: InstalledPackage): Record<string, string> {
  const bin = installed.manifest['bin'];
  if (typeof bin === 'string') return { [shortName(installed.name)]: bin };
  if (!isObject(bin)) return {};
  return Object.fromEntries(
    Object.entries(bin).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function shortName(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

/** First the SPDX field, else the licence text in the tarball, recognised by sentences only that licence has. */
function licenseOf(manifest: JsonObject, folder: string): InstalledPackage['license'] {
  const field = manifest['license'];
  if (typeof field === 'string' && field !== '' && !/^(SEE|UNLICENSED)/i.test(field)) {
    return { spdx: field, evidence: 'license field of package.json' };
  }
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  if (file === undefined) return null;
  const text = readFileSync(join(folder, file), 'utf8').replaceAll(/\s+/g, ' ');
  const known = LICENSE_TEXTS.find(([, words]) => words.every((word) => text.includes(word)));
  return known === undefined ? null : { spdx: known[0], evidence: `${file} in the tarball` };
}

const LICENSE_TEXTS: [string, string[]][] = [
  ['MIT', ['Permission is hereby granted, free of charge', 'without restriction']],
  ['Apache-2.0', ['Apache License', 'Version 2.0']],
  ['ISC', ['Permission to use, copy, modify, and/or distribute this software for any purpose']],
  ['BSD-3-Clause', ['Redistribution and use in source and binary forms', 'Neither the name']],
  ['BSD-2-Clause', ['Redistribution and use in source and binary forms']],
];

function readObject(file: string): JsonObject {
  const { value, findings } = readJson(readFileSync(file, 'utf8'), file);
  if (isObject(value)) return value;
  throw new Stopped(
    findings.length > 0
      ? findings
      : [problem('json-syntax', 'This is not a JSON object.', 'Choose another version.', { file })],
  );
}
