import { expect, test } from 'vitest';
import { matrixRows } from '../../src/core/present/enforcement/matrix.ts';
import { serverRecords } from '../../src/core/present/server-records.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { pagesOf, type Sample, serverOf } from './sample.ts';

const schema = { type: 'object' };
const SAMPLES: Sample[] = [
  { definition: { name: 'list_things', inputSchema: schema }, verdict: { effects: ['read-reference'] } },
  {
    definition: { name: 'send_mail', inputSchema: schema },
    verdict: { effects: ['communicate'], flags: ['outbound'] },
  },
  {
    definition: { name: 'pay', inputSchema: schema },
    verdict: { effects: ['move-money'], flags: ['money'] },
  },
  {
    definition: { name: 'run', inputSchema: schema },
    verdict: { effects: ['run-arbitrary'], flags: ['code'] },
  },
];
const pages = pagesOf(SAMPLES);
const { records } = serverRecords('acme', serverOf(SAMPLES).subjects);

function answer(tool: string, id: string): string {
  const page = pages.find(({ name }) => name === tool);
  return page?.questions.find((question) => question.id === id)?.answer ?? '';
}

/** What the forms for one tool really do, told by their renderings. */
function outcomes(tool: string, decision: 'ask' | 'allow' | 'deny') {
  const record = records.find((one) => one.tool === tool);
  if (record === undefined) throw new Error(tool);
  return TARGETS.map((target) => ({
    title: target.title.replace(/ \(.*\)$/, ''),
    outcome: target.render(
      { key: target.keyFor('acme'), allToolNames: records.map((one) => one.tool) },
      [{ ...record, decision, limit: record.limit ?? { max: 1, window: 'hour' } }],
      { only: true },
    ).perTool[0],
  }));
}

test('the decisions of the samples are of every kind', () => {
  expect(new Set(records.map(({ decision }) => decision))).toEqual(new Set(['allow', 'ask', 'deny', 'hide']));
});

test('the clients named for asking are those whose form asks', () => {
  const [sentence = ''] = /[^.]* can ask before/.exec(answer('send_mail', 'q-approve')) ?? [];
  const [, letting = ''] =
    /single tool; (.*?) do as far as their user lets them/.exec(answer('send_mail', 'q-approve')) ?? [];
  for (const { title, outcome } of outcomes('send_mail', 'ask')) {
    const asks = outcome?.expressed === 'ask' && outcome.status === 'enforced';
    const asksIfLet = outcome?.expressed === 'ask' && outcome.status === 'advisory';
    expect([title, letting.split(/, | and /).includes(title)]).toEqual([title, asksIfLet]);
    expect([
      title,
      sentence.split(/, | and |: /).some((part) => part.trim().replace(/ can ask before$/, '') === title),
    ]).toEqual([title, asks]);
  }
});

test('the answer on approval agrees with the advice of the page', () => {
  expect(answer('send_mail', 'q-approve')).toContain('that is what this page advises');
  expect(answer('pay', 'q-approve')).toContain('advises to deny every call');
  expect(answer('run', 'q-approve')).toContain('advises to hide it');
  expect(answer('list_things', 'q-approve')).toMatch(/advises to allow it, at most .*, without asking/);
});

test('the rule named for blocking is the one that the form of Claude Code has', () => {
  expect(answer('pay', 'q-block')).toContain('mcp__acme__pay in permissions.deny');
});

test('the clients named as blocking no tool are those that the matrix says so of, and the form of one tool too', () => {
  const said = answer('pay', 'q-block');
  const never = /No file written here for (.*) blocks a tool/.exec(said)?.[1]?.split(/, | or /);
  const inWhole = /; that of (.*) does in the form for the whole server/.exec(said)?.[1]?.split(/, | and /);
  const found = outcomes('pay', 'deny').filter(({ outcome }) => outcome?.status === 'cannot-express');
  const denies = new Map(
    matrixRows().map(({ title, cells }) => [
      title.replace(/ \(.*\)$/, ''),
      cells.find(({ ability }) => ability === 'deny')?.state,
    ]),
  );
  const isMissing = (title: string) => ['none', 'unwritten'].includes(denies.get(title) ?? '');
  expect(never).toEqual(found.map(({ title }) => title).filter(isMissing));
  expect(inWhole).toEqual(found.map(({ title }) => title).filter((title) => !isMissing(title)));
  const notDenying = [...denies.keys()].filter(isMissing);
  expect(notDenying.toSorted()).toEqual(never?.toSorted());
});

test('the clients named for asking are those whose cell in the matrix says it, as strongly', () => {
  const said = answer('send_mail', 'q-approve');
  const [, firmly = '', letting = ''] = /\. (.*) can ask before .*?; (.*) do as far/.exec(said) ?? [];
  for (const { title, cells } of matrixRows()) {
    const cell = cells.find(({ ability }) => ability === 'ask');
    const [here, there] = cell?.advisory === true ? [letting, firmly] : [firmly, letting];
    const names = (text: string) => text.split(/, | and /).includes(title.replace(/ \(.*\)$/, ''));
    expect([title, names(here), names(there)]).toEqual([title, cell?.state !== 'none', false]);
  }
});

test('the targets named for counting are those that keep the cap', () => {
  const named = /written for here, (.*) count the calls/
    .exec(answer('list_things', 'q-limit'))?.[1]
    ?.split(/, | and /);
  const found = outcomes('list_things', 'allow').filter(({ outcome }) => outcome?.limit === 'enforced');
  expect(named).toEqual(found.map(({ title }) => title));
});

test('a name that some clients can write no rule for gets no rule of theirs', () => {
  const [page] = pagesOf([
    { definition: { name: 'send mail', inputSchema: schema }, verdict: { effects: ['communicate'] } },
  ]);
  const texts = page?.questions.map((question) => question.answer as string).join(' ') ?? '';
  expect(texts).not.toContain('mcp__');
  expect(texts).toContain('Some of them can write no rule for this name.');
});

test('the answers name the gateway that asks, and the clients that have a file', () => {
  for (const tool of ['list_things', 'send_mail', 'pay', 'run']) {
    expect(answer(tool, 'q-approve')).toContain('toolwarden gateway --ask');
    const enforce = answer(tool, 'q-enforce');
    expect(enforce).toContain('toolwarden gateway --policy');
    expect(enforce).toContain('Claude Code, OpenAI Codex');
    expect(enforce).toContain(`${TARGETS.length - 3} others`);
  }
});
