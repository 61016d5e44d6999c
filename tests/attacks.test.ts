import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { atomsOf } from '../src/core/attacks/atoms.ts';
import { isMetBy, partsPlayed } from '../src/core/attacks/meets.ts';
import type { Predicate } from '../src/core/attacks/pattern.ts';
import type { Verdict } from '../src/core/classify/verdict.ts';
import { readAttacks } from '../src/ingest/attacks.ts';
import { readCatalogue } from '../src/ingest/catalogue.ts';
import { attackFindings } from '../src/pipeline/check-attacks.ts';
import { loadClassifier } from '../src/pipeline/rulebook.ts';
import { surveyServers } from '../src/pipeline/survey.ts';
import { EVIDENCE } from './incident-tools.ts';
import { verdictOf } from './present/sample.ts';

const { attacks, findings } = readAttacks('catalog');
const patterns = attacks?.files.map(({ attack }) => attack) ?? [];
const { classifier } = loadClassifier('catalog');
if (classifier === null) throw new Error('the rules do not compile');
const { servers } = surveyServers(readCatalogue('catalog').sources, classifier, () => {});
const verdicts = servers.flatMap((server) => server.verdicts);

test('every pattern can be read and holds against the catalogue', () => {
  expect(patterns.length).toBeGreaterThanOrEqual(24);
  const told = [...findings, ...attackFindings('catalog', servers)];
  expect(told.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
});

describe.each(patterns)('$id', (attack) => {
  const { when, rare } = attack;

  test('is met by some tool of the catalogue, named as its example, or says why by none', () => {
    expect(verdicts.some((verdict) => isMetBy(attack, verdict))).toBe(rare === undefined);
    expect(attack.example === undefined).toBe(rare !== undefined);
  });

  test('is missed by a tool that it names, unless every tool meets it', () => {
    expect(attack.nearMiss === undefined).toBe(when.everyTool !== undefined);
  });

  test('is lost without any one thing that it asks for', () => {
    for (const predicate of when.parts ?? [when]) {
      const shape = { scope: 'tool' as const, when: predicate };
      for (const way of waysOf(predicate)) {
        expect(isMetBy(shape, withAtoms(way))).toBe(true);
        for (const atom of way)
          expect(isMetBy(shape, withAtoms(way.filter((one) => one !== atom)))).toBe(false);
        for (const atom of predicate.none ?? [])
          expect(isMetBy(shape, withAtoms([...way, atom]))).toBe(false);
      }
    }
  });

  test('is met by the tools of the incidents it names, or it is written down why none can be held against it', () => {
    const named = when.everyTool === undefined ? attack.incidents : [];
    expect(Object.keys(EVIDENCE[attack.id] ?? {}).toSorted()).toEqual(named.toSorted());
    for (const evidence of Object.values(EVIDENCE[attack.id] ?? {})) {
      if (typeof evidence === 'string') continue;
      const seen = evidence.tools.map((tool) => ({ tool, verdict: classifier.classify(tool, 'observed') }));
      const missed = seen.filter(({ verdict }) => !isMetBy(attack, verdict));
      expect(missed.map(({ tool }) => tool.name)).toEqual([]);
      const played = new Set(seen.flatMap(({ verdict }) => partsPlayed(attack, verdict)));
      const parts = (when.parts ?? []).flatMap((part, at) => (played.has(part) ? [at + 1] : []));
      expect(parts).toEqual(evidence.plays ?? []);
      expect(evidence.rest === undefined).toBe(parts.length === (when.parts ?? []).length);
    }
  });
});

test('evidence is held against patterns that there are', () => {
  expect(Object.keys(EVIDENCE).filter((id) => !patterns.some((one) => one.id === id))).toEqual([]);
});

/** Every way to meet a predicate with as little as it asks for, as atoms. */
function waysOf({ all = [], any = [] }: Predicate): string[][] {
  const choices = any.length === 0 ? [[]] : any.map((term) => [term]);
  return choices.map((choice) => [...all, ...choice].flatMap(atomsOf)).filter((way) => way.length > 0);
}

function withAtoms(atoms: readonly string[]): Verdict {
  const of = (kind: string) =>
    atoms.filter((atom) => atom.startsWith(`${kind}:`)).map((atom) => atom.slice(kind.length + 1));
  return verdictOf({
    effects: of('effect'),
    flags: of('flag'),
    signals: of('signal'),
    facts: of('fact'),
  } as Partial<Verdict>);
}

const RESEARCH = '../shared/research/attacks.md';

test('addresses, ids and titles are those that were researched, and no source stands alone that is second-hand', () => {
  if (!existsSync(RESEARCH)) {
    process.stderr.write(`${RESEARCH} is not there: sources of incidents were not compared with it.\n`);
    return;
  }
  const text = readFileSync(RESEARCH, 'utf8');
  const incidents = Object.values(attacks?.incidents ?? {});
  const unknown = incidents.flatMap(({ sources }) => sources.filter(({ url }) => !text.includes(url)));
  expect(unknown).toEqual([]);
  const lines = text.split('\n').filter((line) => line.startsWith('| I'));
  const weak = incidents.filter(
    ({ support, sources }) =>
      support !== 'two-independent' &&
      !lines.some((line) =>
        sources.some(({ url }) => line.includes(`V ${url}`) || line.includes(`; ${url}`)),
      ),
  );
  expect(weak.map(({ title }) => title)).toEqual([]);
  const ids = Object.values(attacks?.frameworks ?? {}).flatMap(({ entries }) => Object.keys(entries));
  // The research writes "T0051(.000 direct…)" and "01 … · 02 …", so the last digits are what can be looked for.
  expect(ids.filter((id) => !text.includes(/(\d+)(?:\.\d+)?$/.exec(id)?.[1] ?? id))).toEqual([]);
});

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The catalogue's patterns with these files in their place; what is told of them, as `place code path`. */
function toldOf(files: Record<string, string>, remove: string[] = []): string[] {
  folder = mkdtempSync(join(tmpdir(), 'toolwarden-attacks-'));
  cpSync('catalog/attacks', join(folder, 'attacks'), { recursive: true });
  for (const name of remove) rmSync(join(folder, 'attacks', name));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'attacks', name)), { recursive: true });
    writeFileSync(join(folder, 'attacks', name), text);
  }
  return attackFindings(folder, servers).map(
    ({ file, line, code, path }) => `${file?.replace(`${folder}/attacks/`, '')}:${line} ${code} ${path}`,
  );
}

const DEBT = readFileSync('catalog/attacks/debt-on-a-forged-word.md', 'utf8');

test('every problem is told at once, each at its line', () => {
  const told = toldOf({
    'debt-on-a-forged-word.md': DEBT.replace('tactic: harm', 'tactic: hurting')
      .replace('scope: tool\n', 'scope: tool\nlevel: High\n')
      .replace('## Mechanism', '## How'),
    'destruction-without-malice.md': readFileSync('catalog/attacks/destruction-without-malice.md', 'utf8')
      .replace('[flag:delete]', '[flag:deletes, category:Destructive]')
      .replace('incidents: []', 'incidents: [amazon-wiper]')
      .replace('AML.T0101', 'AML.T9999'),
    'other.md': DEBT,
    'notes.txt': 'Notes.',
  });
  expect(told).toEqual([
    'debt-on-a-forged-word.md:31 attack-body ',
    'debt-on-a-forged-word.md:31 attack-body ',
    'debt-on-a-forged-word.md:5 schema /tactic',
    'debt-on-a-forged-word.md:7 unknown-key /level',
    'destruction-without-malice.md:8 unknown-atom /when/all/0',
    'destruction-without-malice.md:8 unknown-atom /when/all/1',
    'destruction-without-malice.md:14 unknown-incident /incidents/0',
    'destruction-without-malice.md:19 unknown-framework-id /frameworks/atlas/0',
    'other.md:2 id-is-not-file-name /id',
    'notes.txt:1 stray-file ',
  ]);
});

const plain = (when: string, more = ''): string =>
  DEBT.replace(/when:\n {2}all: .*\n {2}none: .*\n/, `${when}\n${more}`);

test.each([
  ['two files of one id and title', { 'other.md': DEBT }, ['duplicate-attack-id', 'duplicate-attack-title']],
  [
    'a predicate of absence alone',
    { 'debt-on-a-forged-word.md': plain('when: { none: [flag:money] }') },
    ['idle-predicate'],
  ],
  ['a predicate of nothing', { 'debt-on-a-forged-word.md': plain('when: {}') }, ['idle-predicate']],
  [
    'two predicates',
    {
      'debt-on-a-forged-word.md': plain(
        'when: { all: [flag:money], everyTool: Every tool is like that here. }',
      ),
    },
    ['two-predicates'],
  ],
  [
    'an unknown word after with',
    { 'debt-on-a-forged-word.md': plain('when: { any: [flag:money with flag:moneys, flag:access] }') },
    ['unknown-atom'],
  ],
  [
    'a predicate against a part of itself',
    { 'debt-on-a-forged-word.md': plain('when: { any: [flag:money with signal:url], none: [signal:url] }') },
    ['contradiction'],
  ],
  [
    'a predicate against itself',
    { 'debt-on-a-forged-word.md': plain('when: { all: [flag:money], none: [flag:money] }') },
    ['contradiction'],
  ],
  [
    'a tenth of all tools without a reason',
    { 'debt-on-a-forged-word.md': plain('when: { any: [flag:money, effect:write-own] }') },
    ['broad-pattern', 'wrong-example'],
  ],
  [
    'rarity that is none',
    {
      'debt-on-a-forged-word.md': DEBT.replace(
        'incidents: []',
        'rare: No tool of this kind is there now.\nincidents: []',
      ),
    },
    ['not-so-rare'],
  ],
  [
    'an example that is not there',
    { 'debt-on-a-forged-word.md': DEBT.replace('example: stripe/', 'example: strip/') },
    ['unknown-tool'],
  ],
  [
    'a near miss that meets it',
    { 'debt-on-a-forged-word.md': DEBT.replace('tool: stripe/create_refund', 'tool: stripe/create_invoice') },
    ['wrong-example'],
  ],
  [
    'parts in one tool',
    {
      'debt-on-a-forged-word.md': plain(
        'when: { parts: [{ as: pays something, all: [flag:money] }, { as: reads something, all: [flag:private] }] }',
        'broad: Reading is done by most of the tools.\n',
      ),
    },
    ['parts-in-one-tool'],
  ],
  [
    'a part that is not there',
    { 'debt-on-a-forged-word.md': DEBT.replace('decision: ask', 'decision: ask\n  part: 2') },
    ['no-such-part'],
  ],
  [
    'one tool in a pattern of several',
    { 'debt-on-a-forged-word.md': DEBT.replace('scope: tool', 'scope: stack') },
    ['one-tool-pattern'],
  ],
] as [string, Record<string, string>, string[]][])('%s: %o', (_, files, codes) => {
  const told = toldOf(files).map((one) => one.split(' ')[1]);
  expect([...new Set(told)]).toEqual(expect.arrayContaining(codes));
});

test('an incident of one source, one that nobody names, and a missing file are errors', () => {
  const incidents = readFileSync('catalog/attacks/incidents.yaml', 'utf8');
  const thin = incidents.replace(/ {4}- \{ url: "https:\/\/docs\.tansive.*\n/, '');
  const another = thin.slice(thin.indexOf('deadbugz:'), thin.indexOf('copilot-payment-details:'));
  const told = toldOf({ 'incidents.yaml': thin + another.replace('deadbugz', 'unnamed') });
  expect(told.map((one) => one.replace(/:\d+/, ''))).toEqual([
    'incidents.yaml unused-incident /unnamed',
    'incidents.yaml one-source /supabase-service-role/support',
  ]);
  rmSync(folder, { recursive: true });
  expect(toldOf({}, ['frameworks.yaml'])).toEqual(['frameworks.yaml:1 missing-file ']);
});
