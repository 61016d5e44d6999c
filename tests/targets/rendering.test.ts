import { expect, test } from 'vitest';
import type { Rendering, Target } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { parsed, stringsIn } from './parse.ts';
import { FOUR, HOSTILE_KEYS, HOSTILE_NAMES, recordFor } from './records.ts';

const IDS =
  'policylayer intercept claude-code claude-api codex openai-responses openai-agents gemini-cli vscode copilot-cli copilot-agent cursor cursor-cli cline roo opencode goose zed litellm docker-mcp-gateway agentgateway envoy-ai-gateway kong toolhive agentcore opa';

const EACH = TARGETS.map((target) => [target.id, target] as const);

function names(records: readonly { tool: string }[]): string[] {
  return records.map(({ tool }) => tool);
}

function render(
  target: Target,
  records: Parameters<Target['render']>[1],
  key = 'my-server',
  only = false,
): Rendering {
  return target.render({ key: target.keyFor(key), allToolNames: names(records) }, records, { only });
}

test('every target is there', () => {
  expect(TARGETS.map(({ id }) => id).join(' ')).toBe(IDS);
});

test.each(EACH)('%s names its source, its date, its naming and how to check it', (_, target) => {
  expect(target.source.url).toMatch(/^https:\/\/[a-z.]+\/\S+$/);
  expect(target.source.read).toMatch(/^2026-\d\d(?:-\d\d)?$/);
  for (const text of [target.title, target.version, target.whereItLives, target.naming, ...target.degrades])
    expect(text).toMatch(/^\S.+\S$/);
  const { setUp, check } = render(target, FOUR);
  expect(setUp.length).toBeGreaterThan(0);
  for (const text of [...setUp, check, ...target.degrades]) expect(text).toMatch(/^[A-Z_a-z].+\.$/);
});

test.each(EACH)('%s tells of every record, and expresses nothing laxer than it says it can', (_, target) => {
  for (const only of [false, true]) {
    const { perTool, files } = render(target, FOUR, 'my-server', only);
    expect(perTool.map(({ tool, intended }) => [tool, intended])).toEqual(
      FOUR.map(({ tool, decision }) => [tool, decision]),
    );
    for (const one of perTool) {
      const kept = one.intended === one.expressed || (one.intended === 'deny' && one.expressed === 'hide');
      expect([one.status === 'cannot-express', kept]).toEqual([!kept, kept]);
      if (!kept) expect(one.note).toMatch(/cannot .+(?:nearest stricter form|less than is meant)/);
    }
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file.text.endsWith('\n')).toBe(true);
  }
});

test.each(EACH)('%s supports what its rendering shows', (_, target) => {
  const { perTool } = render(target, FOUR);
  const expressed = Object.fromEntries(perTool.map((one) => [one.intended, one]));
  for (const ability of ['allow', 'ask', 'deny', 'hide'] as const)
    expect([ability, target.supports[ability] === 'yes']).toEqual([
      ability,
      expressed[ability]?.status !== 'cannot-express',
    ]);
  expect(target.supports.limit === 'yes').toBe(expressed['allow']?.limit === 'enforced');
});

test.each(EACH)('%s prints a limit only where there is one', (_, target) => {
  const text = render(target, FOUR)
    .files.map((file) => file.text)
    .join('');
  expect(/\b(?:limits|rate_limit)\b/.test(text)).toBe(target.supports.limit === 'yes');
});

test.each(EACH)('%s writes hostile names of tools as values or not at all', (_, target) => {
  for (const decision of ['allow', 'ask', 'deny', 'hide'] as const) {
    const records = HOSTILE_NAMES.map((tool) => recordFor(tool, decision));
    for (const only of [false, true]) {
      const rendering = render(target, records, 'my-server', only);
      expect(render(target, records, 'my-server', only)).toEqual(rendering);
      expect(rendering.perTool).toHaveLength(records.length);
      for (const file of rendering.files) {
        const found = stringsIn(parsed(file));
        expect(file.text).toMatch(/^[\n\t -~\u0085\u00a0-\uffff]*$/);
        expect(file.text).not.toMatch(/[\u0085\u202e\u200b]/);
        expect(found.every((text) => text.isWellFormed() || file.language === 'json')).toBe(true);
      }
    }
  }
});

test.each(EACH)('%s writes one hostile tool alone without throwing', (_, target) => {
  for (const tool of HOSTILE_NAMES) {
    const { files, perTool } = render(target, [recordFor(tool, 'deny')], 'my-server', true);
    expect(perTool).toHaveLength(1);
    for (const file of files) parsed(file);
  }
});

test.each(EACH)('%s refuses a key that it cannot write, and proposes one that it can', (_, target) => {
  for (const key of HOSTILE_KEYS) {
    const near = target.keyFor(key);
    expect([key, near, target.keyProblem(near)]).toEqual([key, near, null]);
    if (target.keyProblem(key) === null) expect(near).toBe(key);
    const rendering = target.render({ key, allToolNames: names(FOUR) }, FOUR, { only: false });
    for (const file of rendering.files) parsed(file);
    const problem = target.keyProblem(key);
    if (problem === null) continue;
    expect(rendering.files).toEqual([]);
    expect(rendering.notes).toContain(problem);
    expect(problem).toMatch(/[Nn]ame it such as my[-_]server\.$/);
  }
});

test.each(EACH)('%s keeps the names of its files to itself, whatever the key', (_, target) => {
  const expected = render(target, FOUR).files.map(({ name }) => name);
  for (const key of HOSTILE_KEYS)
    expect(render(target, FOUR, key).files.map(({ name }) => name)).toEqual(expected);
});

test.each(EACH)('%s says of a router that one rule covers what lies behind it', (_, target) => {
  const [one] = render(target, [recordFor('call_tool', 'ask', { router: true })]).perTool;
  expect(one?.note).toContain('One rule covers everything that this tool can reach');
});

test.each(EACH)('%s never lets calls pass whose arguments it should have judged and cannot', (_, target) => {
  const rule = { conditions: [{ path: 'args.a.b', op: 'gt' as const, value: 1 }] };
  const record = recordFor('pay', 'allow', { argumentRules: { require: [], deny_if: [rule] } });
  const [one] = render(target, [record]).perTool;
  if (one?.arguments === 'enforced') expect(target.supports.arguments).toBe('yes');
  else expect(one?.expressed).not.toBe('allow');
});

test('renderings without any tool are written and let none pass', () => {
  for (const target of TARGETS) for (const file of render(target, []).files) parsed(file);
});
