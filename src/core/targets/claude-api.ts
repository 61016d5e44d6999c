import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY } from './keys.ts';
import { ALLOW_LIST, addressesOf } from './plan.ts';
import { jsonText, table } from './text.ts';

function write({ planned, server, only }: Draft): string {
  const enabled = addressesOf(planned, 'allow').map((tool) => [tool, { enabled: true }] as const);
  const disabled = addressesOf(planned, 'hide').map((tool) => [tool, { enabled: false }] as const);
  const configs = table<{ enabled: boolean }>([...enabled, ...disabled]);
  const fallback = only ? {} : { default_config: { enabled: false } };
  return jsonText({ tools: [{ type: 'mcp_toolset', mcp_server_name: server.key, ...fallback, configs }] });
}

export const claudeApi = targetOf({
  id: 'claude-api',
  title: 'Claude API (mcp_toolset)',
  kind: 'api',
  language: 'json',
  fileName: 'request.json',
  whereItLives: 'The body of a Messages request with the header anthropic-beta: mcp-client-2025-11-20.',
  source: { url: 'https://platform.claude.com/docs/en/agents-and-tools/mcp-connector', read: '2026-08-22' },
  version: 'beta mcp-client-2025-11-20',
  degrades: [
    'It cannot ask a person: such a tool is switched off.',
    'A name in configs that the server does not have only leads to a warning, so a misspelt name controls nothing.',
  ],
  naming:
    'mcp_server_name is the name of the server in mcp_servers of the same request; tools go by their own name.',
  keys: ANY_KEY,
  abilities: ALLOW_LIST,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: (tool) => tool,
  others: ({ only }) => (only ? 'allow' : 'hide'),
  write: (draft) => [{ name: 'request.json', language: 'json', text: write(draft) }],
  setUp: [
    'Put the entry of tools into the body of your request, beside the mcp_servers entry of the same name.',
    'For a server that has an entry already, add the names under configs to it.',
  ],
  check: 'Ask the model which tools it has: a tool that is switched off must be missing.',
});
