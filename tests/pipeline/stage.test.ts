import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from '../../src/pipeline/stage.ts';

let folder = '';
let out = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toolwarden-stage-'));
  out = join(folder, 'dist');
});

afterEach(() => rmSync(folder, { recursive: true }));

function opened(): Stage {
  const { stage, findings } = openStage(out);
  if (stage === null) throw new Error(findings[0]?.message);
  return stage;
}

function publish(text: string): void {
  const stage = opened();
  writeFileSync(join(stage.site, 'index.html'), text);
  writeFileSync(join(stage.work, 'models.json'), '{}');
  stage.publish();
}

const published = (): string => readFileSync(join(out, 'index.html'), 'utf8');

test('a published site is a link to a version beside it, and nothing else is left', () => {
  publish('first');
  expect(published()).toBe('first');
  expect(readlinkSync(out)).toBe(`.dist-1.${process.pid}/site`);
  expect(readdirSync(folder)).toEqual([`.dist-1.${process.pid}`, 'dist']);
  expect(readdirSync(join(folder, `.dist-1.${process.pid}`))).toEqual(['site']);
});

test('the next site replaces the link, and the old version goes', () => {
  publish('first');
  const stage = opened();
  expect(published()).toBe('first');
  writeFileSync(join(stage.site, 'index.html'), 'second');
  expect(published()).toBe('first');
  stage.publish();
  expect(published()).toBe('second');
  expect(readdirSync(folder)).toEqual([`.dist-2.${process.pid}`, 'dist']);
});

test('a discarded stage leaves the published site alone', () => {
  publish('first');
  opened().discard();
  expect(published()).toBe('first');
  expect(readdirSync(folder)).toHaveLength(2);
});

test('what a killed build left is cleared by the next one, what a running build writes is not', () => {
  publish('first');
  const dead = 2 ** 22 + 1;
  mkdirSync(join(folder, `.dist-7.${dead}/site`), { recursive: true });
  symlinkSync('nowhere', join(folder, `.dist-7.${dead}.link`));
  mkdirSync(join(folder, `.dist-8.${process.ppid}/site`), { recursive: true });
  mkdirSync(join(folder, '.dist-notes'));
  publish('second');
  expect(published()).toBe('second');
  expect(readdirSync(folder)).toEqual([
    `.dist-8.${process.ppid}`,
    `.dist-9.${process.pid}`,
    '.dist-notes',
    'dist',
  ]);
});

test('a site in a real folder, or an empty folder, becomes a link', () => {
  mkdirSync(out);
  publish('first');
  expect(lstatSync(out).isSymbolicLink()).toBe(true);
  rmSync(out);
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), 'by hand');
  publish('second');
  expect(published()).toBe('second');
  expect(readdirSync(folder)).toHaveLength(2);
});

test('a site that stepped aside for a build that died comes back', () => {
  const aside = join(folder, '.dist-3.4194305.aside');
  mkdirSync(aside);
  writeFileSync(join(aside, 'index.html'), 'by hand');
  opened().discard();
  expect(published()).toBe('by hand');
});

test('a link that leads elsewhere is not ours to replace', () => {
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync('elsewhere', out);
  expect(openStage(out).findings.map((finding) => finding.code)).toEqual(['output-occupied']);
  expect(existsSync(elsewhere)).toBe(true);
});
