import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { PolicyRecord } from '../../src/core/targets/record.ts';
import type { Rendering, TargetId } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { fileOf } from './parse.ts';
import { FOUR, HOSTILE_NAMES, recordFor } from './records.ts';

function render(id: TargetId, records: PolicyRecord[] = FOUR, key = 'github', only = false): Rendering {
  const target = TARGETS.find((one) => one.id === id);
  if (target === undefined) throw new Error(id);
  return target.render({ key, allToolNames: records.map(({ tool }) => tool) }, records, { only });
}

function textOf(rendering: Rendering): string {
  return rendering.files.map(({ text }) => text).join('');
}

const DENIED = [recordFor('a', 'deny'), recordFor('b', 'hide')];

test('Codex runs what it calls approved and asks where it prompts', () => {
  expect(fileOf(render('codex'), 'config.toml')).toEqual({
    mcp_servers: {
      github: {
        enabled_tools: ['get_issue', 'create_issue'],
        disabled_tools: ['delete_file', 'run_shell'],
        default_tools_approval_mode: 'prompt',
        tools: { get_issue: { approval_mode: 'approve' }, create_issue: { approval_mode: 'prompt' } },
      },
    },
  });
});

test('Gemini CLI refuses an underscore in the name of a server, which would break its rules without a word', () => {
  expect(render('gemini-cli', FOUR, 'my_server')).toMatchObject({ files: [], others: 'ask' });
  expect(render('gemini-cli', FOUR, 'my_server').notes.join(' ')).toContain('underscore');
  expect(TARGETS.find(({ id }) => id === 'gemini-cli')?.keyFor('my_server')).toBe('my-server');
});

test('Gemini CLI denies the whole server below single rules where no rule can name a tool that must not pass', () => {
  const long = recordFor(`delete_${'x'.repeat(60)}`, 'deny');
  const rendering = render('gemini-cli', [...FOUR, long]);
  const { rule } = fileOf(rendering, 'toolwarden.toml') as {
    rule: { toolName: string; decision: string; priority: number }[];
  };
  expect(rule.filter(({ toolName }) => toolName.includes('x'))).toEqual([]);
  expect(rule.at(-1)).toMatchObject({ toolName: '*', decision: 'deny', priority: 100 });
  expect(rule.slice(0, -1).every(({ priority }) => priority > 100)).toBe(true);
  expect(rendering.perTool.at(-1)).toMatchObject({ expressed: 'hide', status: 'enforced' });
});

test('in opencode the last rule that matches wins: the wildcard is first', () => {
  const { permission } = fileOf(render('opencode'), 'opencode.json') as {
    permission: Record<string, string>;
  };
  expect(Object.entries(permission)).toEqual([
    ['github_*', 'ask'],
    ['github_get_issue', 'allow'],
    ['github_create_issue', 'ask'],
    ['github_delete_file', 'deny'],
    ['github_run_shell', 'deny'],
  ]);
});

test('LiteLLM gets one list: the allowed one, or, where nothing is, the other', () => {
  expect(fileOf(render('litellm'), 'config.yaml')).toEqual({
    mcp_servers: { github: { allowed_tools: ['get_issue'] } },
  });
  expect(fileOf(render('litellm', DENIED), 'config.yaml')).toEqual({
    mcp_servers: { github: { disallowed_tools: ['a', 'b'] } },
  });
  expect(render('litellm', DENIED)).toMatchObject({ others: 'allow', rest: 'isolated' });
});

test('AgentCore joins target and tool by three underscores', () => {
  const text = textOf(render('agentcore'));
  expect(text).toContain('AgentCore::Action::"github___get_issue"');
  expect(text).not.toMatch(/"github_{1,2}[a-z]/);
});

test.each(['cursor', 'cline'] as const)(
  '%s: a list that means "run without asking" holds allowed tools alone',
  (id) => {
    const text = textOf(render(id));
    expect(text).toContain('get_issue');
    for (const name of ['create_issue', 'delete_file', 'run_shell']) expect(text).not.toContain(name);
    expect(render(id).perTool.map(({ expressed, status }) => `${expressed} ${status}`)).toEqual([
      'allow advisory',
      'ask advisory',
      'ask cannot-express',
      'ask cannot-express',
    ]);
  },
);

test('Roo Code runs the allowed without asking and leaves the denied out; a tool named "*" never opens the rest', () => {
  expect(fileOf(render('roo'), 'mcp.json')).toEqual({
    mcpServers: { github: { alwaysAllow: ['get_issue'], disabledTools: ['delete_file', 'run_shell'] } },
  });
  const star = render('roo', [recordFor('*', 'allow')]);
  expect(fileOf(star, 'mcp.json')).toEqual({
    mcpServers: { github: { alwaysAllow: [], disabledTools: [] } },
  });
  expect(star.perTool[0]).toMatchObject({ expressed: 'ask', status: 'cannot-express' });
});

test.each(['copilot-agent', 'cline'] as const)('%s: a tool named "*" never opens the rest', (id) => {
  expect(textOf(render(id, [recordFor('*', 'allow')]))).not.toContain('*');
});

test('Goose switches a server off rather than list no tool, which would mean all of them', () => {
  expect(fileOf(render('goose', DENIED), 'config.yaml')).toEqual({
    extensions: { github: { enabled: false } },
    GOOSE_MODE: 'approve',
  });
});

test('agentgateway without rules lets everything pass, so one that never holds is written', () => {
  expect(fileOf(render('agentgateway', DENIED), 'config.yaml')).toEqual({
    mcp: { policies: { mcpAuthorization: { rules: ['false'] } } },
  });
});

test('OpenAI Responses: a server without allowed tools is left out, since an empty list is not documented', () => {
  expect(fileOf(render('openai-responses', DENIED), 'request.json')).toEqual({ tools: [] });
});

test('Envoy AI Gateway keeps to 32 entries and never writes an empty selector', () => {
  const many = Array.from({ length: 70 }, (_, index) => recordFor(`tool.${index}`, 'allow'));
  const { spec } = fileOf(render('envoy-ai-gateway', many), 'mcproute.yaml') as {
    spec: { backendRefs: { toolSelector: Record<string, string[]> }[] };
  };
  const patterns = spec.backendRefs[0]?.toolSelector['includeRegex'] ?? [];
  expect(patterns.length).toBeLessThanOrEqual(32);
  const matches = (name: string): boolean =>
    patterns.some((pattern) =>
      new RegExp(pattern.replaceAll(/\\x\{([0-9a-f]+)\}/g, '\\u{$1}'), 'u').test(name),
    );
  for (const { tool } of many) expect([tool, matches(tool)]).toEqual([tool, true]);
  for (const name of ['tool.70', 'toolx1', 'tool.1\n', 'xtool.1', ''])
    expect([name, matches(name)]).toEqual([name, false]);
  expect(textOf(render('envoy-ai-gateway', DENIED))).toContain('excludeRegex');
});

test('Claude Code has no rule for a whole server, which would stand over the rules for its tools', () => {
  expect(fileOf(render('claude-code'), 'settings.json')).toEqual({
    permissions: {
      allow: ['mcp__github__get_issue'],
      ask: ['mcp__github__create_issue'],
      deny: ['mcp__github__delete_file', 'mcp__github__run_shell'],
    },
  });
});

test.each(['claude-code', 'opencode'] as const)(
  '%s: tools that go by one name get the stricter decision, and it is said',
  (id) => {
    const { perTool } = render(id, [
      recordFor('a.b', 'allow'),
      recordFor('a_b', 'deny'),
      recordFor('a b', 'ask'),
    ]);
    expect(perTool.map(({ expressed }) => expressed)).toEqual(['hide', 'hide', 'hide']);
    expect(perTool[0]).toMatchObject({
      status: 'cannot-express',
      note: expect.stringContaining('same name'),
    });
  },
);

test('Cursor CLI denies the server where no rule can name a tool that must not pass, and says so of each', () => {
  const rendering = render('cursor-cli', [...FOUR, recordFor('x), Mcp(*:*', 'deny')]);
  expect(fileOf(rendering, 'cli-config.json')).toEqual({
    permissions: { allow: [], deny: ['Mcp(github:*)'] },
  });
  expect(new Set(rendering.perTool.map(({ expressed }) => expressed))).toEqual(new Set(['deny']));
  expect(rendering.rest).toBe('denies-the-rest');
});

test('Copilot CLI: what a shell would read is no flag', () => {
  const words = HOSTILE_NAMES.flatMap((tool) => {
    const rendering = render('copilot-cli', [recordFor(tool, 'allow')], 'github', true);
    return fileOf(rendering, 'copilot.sh') as string[];
  });
  for (const word of words) expect(word).toMatch(/^--allow-tool=github\([\w./-]+\)$/);
});

test('YAML means the same to readers of version 1.1 and 1.2', () => {
  const records = HOSTILE_NAMES.map((tool) => recordFor(tool, 'allow'));
  for (const target of TARGETS.filter(({ language }) => language === 'yaml')) {
    const [file] = render(target.id, records).files;
    const text = file?.text ?? '';
    expect(parseYaml(text, { version: '1.1' })).toEqual(parseYaml(text));
  }
});

test('a switch that must not be set is judged where the target can, and the tool is not allowed where it cannot', () => {
  const rules = {
    require: [],
    deny_if: [{ conditions: [{ path: 'args.force', op: 'eq' as const, value: true }] }],
  };
  const record = recordFor('update', 'allow', { argumentRules: rules });
  const came = TARGETS.map(
    ({ id }) =>
      [
        id,
        render(id, [record], TARGETS.find((one) => one.id === id)?.keyFor('my-server')).perTool[0],
      ] as const,
  );
  const judging = came.filter(([, one]) => one?.arguments === 'enforced').map(([id]) => id);
  expect(judging).toEqual(['policylayer', 'intercept', 'agentcore', 'opa']);
  for (const [id, one] of came) expect([id, one?.expressed === 'allow']).toEqual([id, judging.includes(id)]);
});

test('of two tools of the very same name neither gets a laxer decision than the other', () => {
  const conditions = [{ path: 'args.action', op: 'eq' as const, value: 'list' }];
  const judged = recordFor('twin', 'deny', { argumentRules: { require: [{ conditions }], deny_if: [] } });
  for (const { id } of TARGETS) {
    const [first, second] = render(id, [judged, recordFor('twin', 'hide')], 'my-server').perTool;
    expect([id, first?.arguments, first?.expressed]).toEqual([id, 'dropped', second?.expressed]);
  }
  expect(
    textOf(render('policylayer', [recordFor('twin', 'deny'), recordFor('twin', 'allow')])),
  ).not.toContain('limits');
  expect(textOf(render('opa', [judged, recordFor('twin', 'hide')]))).not.toContain('twin');
});
