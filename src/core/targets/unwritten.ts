import type { Ability, TargetId } from './target.ts';

/** What a target can be told by its documentation, and no form of ours tells it. */
export interface Unwritten {
  /** What there is: a sentence. */
  exists: string;
  /** Completes "not written here, because …". */
  because: string;
  source: string;
}

const PROGRAM = 'a program is nothing that a policy can be rendered to and read back from';

const COPILOT_HOOKS = 'https://docs.github.com/en/copilot/concepts/agents/coding-agent/about-hooks';

/** What a program of the user's own, called by the target before each call, can do. */
const PROGRAMS = {
  deny: 'can deny a call',
  limit: 'can count calls and stop them',
  arguments: 'can judge the arguments of a call',
} as const satisfies Partial<Record<Ability, string>>;

function program(
  what: string,
  source: string,
  ...abilities: (keyof typeof PROGRAMS)[]
): Partial<Record<Ability, Unwritten>> {
  const one = (ability: keyof typeof PROGRAMS): [Ability, Unwritten] => [
    ability,
    { exists: `${what}, a program of yours, ${PROGRAMS[ability]}.`, because: PROGRAM, source },
  ];
  return Object.fromEntries(abilities.map(one));
}

/** Everything that the documentation shows and the forms leave out; what is neither here nor in `supports` was not found. */
export const UNWRITTEN: Readonly<Partial<Record<TargetId, Partial<Record<Ability, Unwritten>>>>> = {
  'claude-code': {
    limit: {
      exists: 'A PreToolUse hook, a program of yours, can count calls and deny them.',
      because: PROGRAM,
      source: 'https://code.claude.com/docs/en/hooks',
    },
    arguments: {
      exists:
        'Rules Tool(param:value) deny or ask by one argument, and a PreToolUse hook, a program of yours, can judge all of them.',
      because:
        'for tools of MCP servers such rules are reported to be skipped in settings files, and a hook is a program',
      source: 'https://code.claude.com/docs/en/permissions',
    },
  },
  'openai-responses': {
    arguments: {
      exists: 'The program that answers approval requests is given the arguments of the call.',
      because: PROGRAM,
      source: 'https://platform.openai.com/docs/guides/tools-connectors-mcp',
    },
  },
  'openai-agents': {
    arguments: {
      exists: 'The program that answers approval requests is given the arguments of the call.',
      because: PROGRAM,
      source: 'https://github.com/openai/openai-agents-python/blob/main/docs/mcp.md',
    },
  },
  'gemini-cli': {
    ...program('A BeforeTool hook', 'https://geminicli.com/docs/hooks/reference', 'limit'),
    arguments: {
      exists: 'A rule can have argsPattern, a regular expression over the arguments as JSON.',
      because:
        'a pattern over text cannot compare numbers or tell one argument from another as a policy means it',
      source: 'https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/policy-engine.md',
    },
  },
  cursor: program(
    'A beforeMCPExecution hook',
    'https://cursor.com/docs/agent/hooks',
    'deny',
    'limit',
    'arguments',
  ),
  'copilot-cli': program('A preToolUse hook', COPILOT_HOOKS, 'limit', 'arguments'),
  'copilot-agent': program('A preToolUse hook', COPILOT_HOOKS, 'limit', 'arguments'),
  opencode: program(
    'A plugin with tool.execute.before',
    'https://opencode.ai/docs/plugins',
    'limit',
    'arguments',
  ),
  cline: program(
    'A PreToolUse hook',
    'https://docs.cline.bot/customization/hooks',
    'deny',
    'limit',
    'arguments',
  ),
  vscode: program(
    'A hook before a tool is used',
    'https://code.visualstudio.com/docs/copilot/customization/hooks',
    'limit',
    'arguments',
  ),
  codex: program('A PreToolUse hook', 'https://developers.openai.com/docs/hooks', 'limit', 'arguments'),
  zed: {
    hide: {
      exists: 'A profile of the agent can switch a tool off.',
      because: 'it holds only while that profile is used, and was seen in examples only',
      source: 'https://zed.dev/docs/ai/tool-permissions',
    },
  },
  litellm: {
    arguments: {
      exists: 'allowed_params lists the parameters that a tool may be called with.',
      because: 'it looks at their names, and the rules of a policy are about their values',
      source: 'https://docs.litellm.ai/docs/mcp_control',
    },
  },
  'docker-mcp-gateway': program(
    'An interceptor',
    'https://github.com/docker/mcp-gateway',
    'limit',
    'arguments',
  ),
  agentgateway: {
    arguments: {
      exists: 'A rule in CEL can read mcp.tool.arguments.',
      because: 'no reader of ours judges such rules, so nobody would have seen them deny',
      source: 'https://github.com/agentgateway/agentgateway/blob/main/schema/cel.md',
    },
  },
  'envoy-ai-gateway': {
    arguments: {
      exists: 'A rule of securityPolicy.authorization can have a condition in CEL.',
      because: 'no reader of ours judges such rules, so nobody would have seen them deny',
      source: 'https://github.com/envoyproxy/ai-gateway/blob/main/api/v1beta1/mcp_route.go',
    },
  },
  toolhive: {
    limit: {
      exists: 'In Kubernetes, spec.rateLimiting of the MCPServer caps the calls of one tool.',
      because: 'it is another file than this one, for Kubernetes only, and lets calls pass where Redis fails',
      source: 'https://docs.stacklok.com/toolhive/guides-k8s/rate-limiting',
    },
    arguments: {
      exists: 'A Cedar policy can read the arguments of a call from its context.',
      because: 'how they stand there was not tried on ToolHive itself',
      source: 'https://docs.stacklok.com/toolhive/concepts/cedar-policies',
    },
  },
};
