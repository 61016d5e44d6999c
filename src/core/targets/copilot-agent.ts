import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY } from './keys.ts';
import { ALLOW_LIST, addressesOf } from './plan.ts';
import { jsonText, table } from './text.ts';

function write({ planned, server }: Draft): string {
  return jsonText({ mcpServers: table([[server.key, { tools: addressesOf(planned, 'allow') }]]) });
}

export const copilotAgent = targetOf({
  id: 'copilot-agent',
  title: 'Copilot cloud agent',
  kind: 'client',
  language: 'json',
  fileName: 'mcp.json',
  whereItLives: 'The MCP configuration in the settings of the repository: Copilot, coding agent.',
  source: {
    url: 'https://docs.github.com/en/copilot/how-tos/use-copilot-agents/coding-agent/extend-coding-agent-with-mcp',
    read: '2026-11',
  },
  version: 'documentation of November 2026',
  degrades: [
    'The agent never asks: a tool that should be asked about is left out.',
    'tools is a list of what may pass: a form for one tool leaves out every other tool of the server.',
  ],
  naming: 'The name of the server is its key under mcpServers; tools go by their own name.',
  keys: ANY_KEY,
  abilities: ALLOW_LIST,
  judgesArguments: 'no',
  before: 'hide',
  // "*" in the list stands for every tool.
  addressOf: (tool) => (tool === '*' ? null : tool),
  others: () => 'hide',
  write: (draft) => [{ name: 'mcp.json', language: 'json', text: write(draft) }],
  setUp: ['Put the list of tools into the entry of the server in the MCP configuration of the repository.'],
  check: 'Open the log of a session of the agent: the step that starts MCP servers lists the tools it has.',
});
