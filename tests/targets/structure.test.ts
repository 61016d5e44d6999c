import { expect, test } from 'vitest';
import type { Target } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { parsed, stringsIn } from './parse.ts';
import { FOUR, HOSTILE_NAMES, recordFor } from './records.ts';

/** What each target is told of four tools, one for each decision: a line for each value of its parsed files. */
const WHOLE: Record<string, string[]> = {
  intercept: [
    'version: 1',
    'default: deny',
    'hide: run_shell',
    'tools.get_issue.rules.0.name: cap',
    'tools.get_issue.rules.0.rate_limit: 3/hour',
    'tools.create_issue.rules.0.name: denied',
    'tools.create_issue.rules.0.action: deny',
    'tools.create_issue.rules.0.on_deny: Blocked by policy. Do not retry.',
    'tools.delete_file.rules.0.name: denied',
    'tools.delete_file.rules.0.action: deny',
    'tools.delete_file.rules.0.on_deny: Blocked by policy. Do not retry.',
  ],
  'claude-api': [
    'tools.0.type: mcp_toolset',
    'tools.0.mcp_server_name: github',
    'tools.0.default_config.enabled: false',
    'tools.0.configs.get_issue.enabled: true',
    'tools.0.configs.create_issue.enabled: false',
    'tools.0.configs.delete_file.enabled: false',
    'tools.0.configs.run_shell.enabled: false',
  ],
  'openai-responses': [
    'tools.0.type: mcp',
    'tools.0.server_label: github',
    'tools.0.allowed_tools: get_issue, create_issue',
    'tools.0.require_approval.never.tool_names: get_issue',
    'tools.0.require_approval.always.tool_names: create_issue',
  ],
  'gemini-cli': [
    'rule.0.mcpName: github',
    'rule.0.toolName: delete_file',
    'rule.0.decision: deny',
    'rule.0.priority: 500',
    'rule.1.mcpName: github',
    'rule.1.toolName: run_shell',
    'rule.1.decision: deny',
    'rule.1.priority: 500',
    'rule.2.mcpName: github',
    'rule.2.toolName: create_issue',
    'rule.2.decision: ask_user',
    'rule.2.priority: 300',
    'rule.3.mcpName: github',
    'rule.3.toolName: get_issue',
    'rule.3.decision: allow',
    'rule.3.priority: 200',
    'rule.4.mcpName: github',
    'rule.4.toolName: *',
    'rule.4.decision: ask_user',
    'rule.4.priority: 100',
  ],
  vscode: [
    'chat.tools.eligibleForAutoApproval.github/get_issue: true',
    'chat.tools.eligibleForAutoApproval.github/create_issue: false',
    'chat.tools.eligibleForAutoApproval.github/delete_file: false',
    'chat.tools.eligibleForAutoApproval.github/run_shell: false',
    'description: Sees only the tools that its policy lets pass.',
    'tools: github/get_issue, github/create_issue',
  ],
  'copilot-cli': [
    ': --allow-tool=github(get_issue), --deny-tool=github(delete_file), --deny-tool=github(run_shell)',
    'mcpServers.github.tools: get_issue, create_issue',
  ],
  'copilot-agent': ['mcpServers.github.tools: get_issue'],
  cursor: ['mcpAllowlist: github:get_issue'],
  'cursor-cli': [
    'permissions.allow: Mcp(github:get_issue)',
    'permissions.deny: Mcp(github:delete_file), Mcp(github:run_shell)',
  ],
  cline: ['mcpServers.github.autoApprove: get_issue'],
  roo: [
    'mcpServers.github.alwaysAllow: get_issue',
    'mcpServers.github.disabledTools: delete_file, run_shell',
  ],
  goose: [
    'extensions.github.enabled: true',
    'extensions.github.available_tools: get_issue, create_issue',
    'GOOSE_MODE: approve',
    'user.always_allow: github__get_issue',
    'user.ask_before: github__create_issue',
    'user.never_allow: github__delete_file, github__run_shell',
  ],
  zed: [
    'agent.tool_permissions.tools.mcp:github:get_issue.default: allow',
    'agent.tool_permissions.tools.mcp:github:create_issue.default: confirm',
    'agent.tool_permissions.tools.mcp:github:delete_file.default: deny',
    'agent.tool_permissions.tools.mcp:github:run_shell.default: deny',
  ],
  litellm: ['mcp_servers.github.allowed_tools: get_issue'],
  'docker-mcp-gateway': ['github: get_issue'],
  agentgateway: [
    'mcp.policies.mcpAuthorization.rules: mcp.tool.target == "github" && mcp.tool.name == "get_issue"',
  ],
  'envoy-ai-gateway': [
    'apiVersion: aigateway.envoyproxy.io/v1beta1',
    'kind: MCPRoute',
    'metadata.name: mcp',
    'spec.backendRefs.0.name: github',
    'spec.backendRefs.0.toolSelector.include: get_issue',
  ],
  kong: [
    'plugins.0.name: ai-mcp-proxy',
    'plugins.0.route: github',
    'plugins.0.config.mode: passthrough-listener',
    'plugins.0.config.include_consumer_groups: true',
    'plugins.0.config.default_acl.0.scope: tools',
    'plugins.0.config.default_acl.0.deny: agents',
    'plugins.0.config.tools.0.name: get_issue',
    'plugins.0.config.tools.0.description: Access rule',
    'plugins.0.config.tools.0.acl.allow: agents',
    'plugins.0.config.tools.1.name: create_issue',
    'plugins.0.config.tools.1.description: Access rule',
    'plugins.0.config.tools.1.acl.deny: agents',
    'plugins.0.config.tools.2.name: delete_file',
    'plugins.0.config.tools.2.description: Access rule',
    'plugins.0.config.tools.2.acl.deny: agents',
    'plugins.0.config.tools.3.name: run_shell',
    'plugins.0.config.tools.3.description: Access rule',
    'plugins.0.config.tools.3.acl.deny: agents',
  ],
  toolhive: [
    'version: 1.0',
    'type: cedarv1',
    'cedar.policies: permit(principal, action == Action::"call_tool", resource == Tool::"get_issue");, forbid(principal, action == Action::"call_tool", resource == Tool::"create_issue");, forbid(principal, action == Action::"call_tool", resource == Tool::"delete_file");, forbid(principal, action == Action::"call_tool", resource == Tool::"run_shell");',
    'cedar.entities_json: []',
  ],
};

function told(value: unknown, path: string[] = []): string[] {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
    return [`${path.join('.')}: ${value.join(', ')}`];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => told(inner, [...path, key]));
  return [`${path.join('.')}: ${value}`];
}

function targetCalled(id: string): Target {
  const target = TARGETS.find((one) => one.id === id);
  if (target === undefined) throw new Error(id);
  return target;
}

test.each(Object.entries(WHOLE))('%s says of four tools what it should', (id, lines) => {
  const server = { key: 'github', allToolNames: FOUR.map(({ tool }) => tool) };
  const { files } = targetCalled(id).render(server, FOUR, { only: false });
  expect(files.flatMap((file) => told(parsed(file)))).toEqual(lines);
});

test.each([
  ['openai-agents', /allowed_tool_names=\[\s+"get_issue",\s+"create_issue",\s+\]/],
  ['openai-agents', /"always": \{"tool_names": \[\s+"create_issue",\s+\]\}/],
  ['openai-agents', /"never": \{"tool_names": \[\s+"get_issue",\s+\]\}/],
  ['agentcore', /^permit\(\n {2}principal,\n {2}action == AgentCore::Action::"github___get_issue",\n/],
  ['agentcore', /forbid\(\n {2}principal,\n {2}action == AgentCore::Action::"github___create_issue",\n/],
  ['opa', /^default allow := false$/m],
  ['opa', /^allowed := \{\n\t"get_issue",\n\}$/m],
])('%s says of four tools %s', (id, pattern) => {
  const server = { key: 'github', allToolNames: FOUR.map(({ tool }) => tool) };
  expect(targetCalled(id).render(server, FOUR, { only: false }).files[0]?.text).toMatch(pattern);
});

/** Of a tool alone: what was meant, what it comes to, and what the snippet makes of all others. */
const ONLY: [id: string, outcomes: string][] = [
  ['policylayer', 'allow allow deny, ask deny deny, deny deny deny'],
  ['intercept', 'allow allow deny, ask deny deny, deny deny deny'],
  ['claude-code', 'allow allow ask, ask ask ask, deny hide ask'],
  ['claude-api', 'allow allow allow, ask hide allow, deny hide allow'],
  ['codex', 'allow allow allow, ask ask allow, deny hide allow'],
  ['openai-responses', 'allow allow hide, ask ask hide, deny hide hide'],
  ['openai-agents', 'allow allow allow, ask ask allow, deny hide allow'],
  ['gemini-cli', 'allow allow ask, ask ask ask, deny hide ask'],
  ['vscode', 'allow ask ask, ask ask ask, deny ask ask'],
  ['copilot-cli', 'allow allow ask, ask ask ask, deny deny ask'],
  ['copilot-agent', 'allow allow hide, ask hide hide, deny hide hide'],
  ['cursor', 'allow allow ask, ask ask ask, deny ask ask'],
  ['cursor-cli', 'allow allow ask, ask ask ask, deny deny ask'],
  ['cline', 'allow allow ask, ask ask ask, deny ask ask'],
  ['roo', 'allow allow ask, ask ask ask, deny hide ask'],
  ['opencode', 'allow allow allow, ask ask allow, deny hide allow'],
  ['goose', 'allow allow allow, ask ask allow, deny deny allow'],
  ['zed', 'allow allow ask, ask ask ask, deny deny ask'],
  ['litellm', 'allow allow hide, ask hide allow, deny hide allow'],
  ['docker-mcp-gateway', 'allow allow hide, ask hide hide, deny hide hide'],
  ['agentgateway', 'allow allow hide, ask hide hide, deny hide hide'],
  ['envoy-ai-gateway', 'allow allow hide, ask hide allow, deny hide allow'],
  ['kong', 'allow allow allow, ask hide allow, deny hide allow'],
  ['toolhive', 'allow allow hide, ask hide hide, deny hide hide'],
  ['agentcore', 'allow allow hide, ask hide hide, deny hide hide'],
  ['opa', 'allow allow deny, ask deny deny, deny deny deny'],
];

test.each(ONLY)('%s alone: %s', (id, outcomes) => {
  const server = { key: 'github', allToolNames: ['tool', 'other'] };
  const found = (['allow', 'ask', 'deny'] as const).map((decision) => {
    const { perTool, others, rest } = targetCalled(id).render(server, [recordFor('tool', decision)], {
      only: true,
    });
    expect(rest).toBe(others === 'deny' || others === 'hide' ? 'denies-the-rest' : 'isolated');
    return `${decision} ${perTool[0]?.expressed} ${others}`;
  });
  expect(found.join(', ')).toBe(outcomes);
});

const BY_VALUE =
  'policylayer intercept claude-api codex openai-responses copilot-agent cline roo goose litellm docker-mcp-gateway envoy-ai-gateway kong';

test.each(BY_VALUE.split(' '))('%s writes the very name of a tool, whatever it holds', (id) => {
  const target = targetCalled(id);
  for (const tool of HOSTILE_NAMES) {
    const { files, perTool } = target.render(
      { key: target.keyFor('s'), allToolNames: [tool] },
      [recordFor(tool, 'allow')],
      {
        only: false,
      },
    );
    const isWritten = files.some((file) => stringsIn(parsed(file)).includes(tool));
    const isNamed = perTool[0]?.note.includes('No rule of this target can name') === false;
    expect([tool, isWritten]).toEqual([tool, isNamed && perTool[0]?.expressed === 'allow']);
  }
});

test('what no rule can name gets what the file gives to tools it does not name, and it is said', () => {
  for (const id of ['intercept', 'goose', 'litellm', 'agentcore', 'opa']) {
    const target = targetCalled(id);
    const records = [...FOUR, recordFor('\ud800', 'allow')];
    const { perTool, others } = target.render({ key: 'server', allToolNames: [] }, records, { only: false });
    expect(perTool.at(-1)).toMatchObject({ expressed: others, status: 'cannot-express' });
    expect(perTool.at(-1)?.note).toContain('No rule of this target can name this tool alone.');
  }
});

test.each(TARGETS)('$id says of each of several files where it goes', (target) => {
  const server = { key: target.keyFor('my-server'), allToolNames: FOUR.map(({ tool }) => tool) };
  const { files } = target.render(server, FOUR, { only: false });
  const names = files.length > 1 ? files.map(({ name }) => name) : [];
  expect([...target.places.keys()]).toEqual(names);
});
