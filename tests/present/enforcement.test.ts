import { describe, expect, test } from 'vitest';
import { clientForm } from '../../src/core/present/client-form.ts';
import {
  cellWords,
  enforcementCsv,
  enforcementMarkdown,
  enforcementPage,
} from '../../src/core/present/enforcement/enforcement-page.ts';
import { guideMarkdown, guidePage } from '../../src/core/present/enforcement/guide-page.ts';
import { namedFor, serverRecords } from '../../src/core/present/server-records.ts';
import { shown } from '../../src/core/present/shown.ts';
import { provedBy } from '../../src/core/targets/proofs.ts';
import type { Target } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { UNWRITTEN } from '../../src/core/targets/unwritten.ts';
import { serverOf } from './sample.ts';

const page = enforcementPage();

/** A server with a tool of each decision. */
const { subjects } = serverOf([
  {
    definition: { name: 'list_things', inputSchema: { type: 'object' } },
    verdict: { effects: ['read-reference'] },
  },
  {
    definition: { name: 'send_mail', inputSchema: { type: 'object' } },
    verdict: { effects: ['communicate'], flags: ['outbound'] },
  },
  {
    definition: { name: 'pay', inputSchema: { type: 'object' } },
    verdict: { effects: ['move-money'], flags: ['money'] },
  },
  {
    definition: { name: 'run', inputSchema: { type: 'object' } },
    verdict: { effects: ['run-arbitrary'], flags: ['code'] },
  },
]);
const all = serverRecords('acme', subjects);

const formOf = (target: Target, tool: string) =>
  clientForm(
    target,
    namedFor(target, all),
    all.records.filter((record) => record.tool === tool),
    true,
  );
const targetOf = (id: string): Target => {
  const target = TARGETS.find((one) => one.id === id);
  if (target === undefined) throw new Error(id);
  return target;
};

describe('the matrix', () => {
  test('has a row for every target and says of each cell what the target and its proof say', () => {
    expect(new Set(page.rows.map(({ id }) => id))).toEqual(new Set(TARGETS.map(({ id }) => id)));
    const cells = page.rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, id: row.id })));
    expect(cells).toHaveLength(TARGETS.length * 6);
    for (const { id, ability, state, note } of cells) {
      const support = targetOf(id).supports[ability];
      const inPart = ability === 'arguments' && support === 'degraded';
      const source = UNWRITTEN[id]?.[ability]?.source;
      const without = source === undefined ? 'none' : 'unwritten';
      expect([id, ability, state]).toEqual([
        id,
        ability,
        inPart || support === 'yes' ? provedBy(id, ability) : without,
      ]);
      expect(note === 'in part').toBe(inPart);
    }
    for (const { id, source, version } of page.rows)
      expect([source, version]).toEqual([targetOf(id).source, targetOf(id).version]);
  });

  test('asking where nobody can be asked is not possible, and what stands in its place is said', () => {
    const cell = page.rows.find(({ id }) => id === 'kong')?.cells.find(({ ability }) => ability === 'ask');
    expect(cell).toEqual({
      ...{ ability: 'ask', state: 'none', note: 'denied instead' },
      ...{ advisory: false, source: null },
    });
  });

  test('a cell is advisory where the export of the whole server says so, and nowhere else', () => {
    for (const { id, cells } of page.rows)
      for (const { ability, advisory } of cells) {
        const records = all.records.filter(({ decision }) => decision === ability);
        if (records.length === 0) continue;
        const target = targetOf(id);
        const { perTool } = target.render(namedFor(target, all), records, { only: false });
        expect([id, ability, advisory]).toEqual([id, ability, perTool[0]?.status === 'advisory']);
      }
    const advised = page.rows.filter(({ cells }) => cells.some(({ advisory }) => advisory));
    expect(advised.map(({ id }) => id)).toEqual(['vscode', 'cursor', 'cline', 'goose']);
  });

  test('what a target has and no file of ours uses is not called impossible', () => {
    const cells = page.rows.flatMap((row) => row.cells.map((cell) => ({ id: row.id, ...cell })));
    const known = Object.entries(UNWRITTEN).flatMap(([id, abilities]) =>
      Object.keys(abilities).map((ability) => `${id} ${ability}`),
    );
    const told = cells
      .filter(({ state }) => state === 'unwritten')
      .map((cell) => `${cell.id} ${cell.ability}`);
    expect(told.toSorted()).toEqual(known.toSorted());
    const csv = enforcementCsv(page);
    for (const cell of cells.filter(({ state }) => state === 'unwritten')) {
      expect(cellWords(cell)).toMatch(/^exists, not written \(.*https:/);
      expect(csv).toContain(`"${cellWords(cell)}"`);
    }
  });

  test('the twins hold every row, with its source and date', () => {
    const markdown = enforcementMarkdown(page);
    const lines = enforcementCsv(page).split('\r\n');
    expect(lines).toHaveLength(page.rows.length + 2);
    const fields = lines[0]?.split(',') ?? [];
    expect(fields).toEqual([
      ...['target', 'title', 'kind', 'allow', 'ask', 'deny', 'hide', 'limit', 'arguments'],
      ...['version', 'evaluator', 'source', 'read'],
    ]);
    for (const { id, href, source } of page.rows) {
      expect(markdown).toContain(`(${href}index.md)`);
      expect(lines.find((line) => line.startsWith(`${id},`))).toContain(source.read);
    }
  });

  test('a field of the CSV that holds a comma is quoted', () => {
    const [row] = page.rows;
    if (row === undefined) throw new Error('no rows');
    const csv = enforcementCsv({ ...page, rows: [{ ...row, title: 'One, "two"' }] });
    expect(csv).toContain(',"One, ""two""",');
  });
});

describe('the form of one client', () => {
  test('says of every target whether it does as told, and whether it denies the rest', () => {
    for (const target of TARGETS)
      for (const { tool } of all.records) {
        const { chips } = formOf(target, tool);
        const kinds = chips.map(({ kind }) => kind);
        const [status] = target.render(
          namedFor(target, all),
          all.records.filter((record) => record.tool === tool),
          { only: true },
        ).perTool;
        expect(kinds[0] === 'laxer' ? 'cannot-express' : kinds[0], `${target.id} ${tool}`).toBe(
          status?.status,
        );
        expect(kinds.filter((kind) => kind === 'isolated' || kind === 'denies-the-rest')).toHaveLength(1);
      }
  });

  test('a form that is laxer than meant never goes by the words of a stricter one', () => {
    const texts = formOf(targetOf('cline'), 'pay').chips.map(({ text }) => text);
    expect(texts[0]).toBe('cannot express: less than is meant');
    expect(formOf(targetOf('kong'), 'send_mail').chips[0]?.text).toBe(
      'cannot express: nearest stricter form',
    );
  });

  test('a limit that is left out is said, and one that is kept is not', () => {
    const dropped = (id: string) =>
      formOf(targetOf(id), 'list_things').chips.some(({ kind }) => kind === 'dropped');
    expect([dropped('codex'), dropped('policylayer')]).toEqual([true, false]);
  });

  test('under a name that the target cannot write there is no file, and the remark says why', () => {
    const target = targetOf('codex');
    const form = clientForm(target, { key: 'my server', allToolNames: ['pay'] }, all.records, false);
    expect(form.files).toEqual([]);
    expect(form.chips).toEqual([]);
    expect(form.remarks.join(' ')).toContain('letters, digits, hyphens and underscores');
  });
});

describe('a guide', () => {
  const guideOf = (target: Target) =>
    guidePage(target, {
      id: 'acme',
      title: shown('Acme'),
      whole: clientForm(target, namedFor(target, all), all.records, false),
      one: formOf(target, 'pay'),
      tool: shown('pay'),
    });

  test.each(TARGETS.map((target) => [target.id, target] as const))(
    '%s: holds the example, the check, the limits and the source',
    (_, target) => {
      const guide = guideOf(target);
      const markdown = guideMarkdown(guide);
      const blocks = guide.sections.flatMap((section) => section.blocks);
      const codes = blocks.flatMap((block) => (block.kind === 'code' ? [block.text as string] : []));
      const whole = clientForm(target, namedFor(target, all), all.records, false);
      for (const { text } of whole.files) expect(codes).toContain(shown(text));
      const said = JSON.stringify(blocks);
      for (const words of [whole.check, target.whereItLives, target.naming, ...target.degrades])
        expect(said).toContain(JSON.stringify(words).slice(1, -1));
      for (const { exists, because } of Object.values(UNWRITTEN[target.id] ?? {}))
        for (const words of [exists, because]) expect(said).toContain(words);
      if (target.advisory !== null) expect(markdown).toContain('Advisory: ');
      expect(said).toContain(target.source.url);
      expect(said).toContain(target.source.read);
      expect(markdown.startsWith('# ')).toBe(true);
    },
  );

  test('without a catalogued server there is no example, and the rest stands', () => {
    const ids = guidePage(targetOf('codex'), null).sections.map(({ id }) => id);
    expect(ids).toEqual(['where', 'can', 'cannot', 'source']);
  });
});
