import { type Draft, targetOf } from './blueprint.ts';
import { keysLike } from './keys.ts';
import { ASKING, type Planned } from './plan.ts';
import { jsonText, table } from './text.ts';

const WORDS = { allow: 'allow', ask: 'confirm', deny: 'deny', hide: 'deny' } as const;

function write({ planned }: Draft): string {
  const named = planned.filter((one): one is Planned & { address: string } => one.address !== null);
  const tools = table(named.map(({ address, expressed }) => [address, { default: WORDS[expressed] }]));
  return jsonText({ agent: { tool_permissions: { tools } } });
}

export const zed = targetOf({
  id: 'zed',
  title: 'Zed',
  kind: 'client',
  language: 'json',
  fileName: 'settings.json',
  whereItLives: '~/.config/zed/settings.json',
  source: { url: 'https://zed.dev/docs/ai/tool-permissions', read: '2026-11' },
  version: 'Zed 0.224 and later',
  degrades: [
    'A denied tool stays in the list that the model sees; a profile of the agent can leave it out.',
    'Tools of MCP servers take one decision for every call: patterns over arguments work for built-in tools only.',
    'What no rule names follows the default of tool_permissions, which is to ask.',
  ],
  naming: 'mcp:KEY:TOOL, KEY being the name of the server under context_servers.',
  keys: keysLike(
    /^[^:\s\p{C}]+$/u,
    'In Zed a colon ends the name of the server. Name it such as my-server.',
    /[^a-z0-9-]+/,
    '-',
  ),
  abilities: { ...ASKING, deny: 'deny', hide: 'deny' },
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool, key) => `mcp:${key}:${tool}`,
  others: () => 'ask',
  write: (draft) => [{ name: 'settings.json', language: 'json', text: write(draft) }],
  setUp: [
    'Add the entries to agent.tool_permissions.tools in your settings.json.',
    'Leave agent.tool_permissions.default at "confirm".',
  ],
  check: 'Have the agent call a denied tool: it must be refused without a question.',
});
