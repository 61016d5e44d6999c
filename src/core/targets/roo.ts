import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { jsonText, table } from './text.ts';

function write({ planned, server }: Draft): string {
  const entry = {
    alwaysAllow: addressesOf(planned, 'allow'),
    disabledTools: addressesOf(planned, 'hide'),
  };
  return jsonText({ mcpServers: table([[server.key, entry]]) });
}

export const roo = targetOf({
  id: 'roo',
  title: 'Roo Code',
  kind: 'client',
  language: 'json',
  fileName: 'mcp.json',
  whereItLives: '.roo/mcp.json of a project, or mcp_settings.json for yourself.',
  source: {
    url: 'https://github.com/RooCodeInc/Roo-Code/blob/main/src/services/mcp/McpHub.ts',
    read: '2026-04-14',
  },
  version: 'source of 2026-04-14',
  degrades: [
    'alwaysAllow means: run without asking. A tool that is on neither list is asked about.',
    'A disabled tool is left out of what the model is told.',
    'alwaysAllow works only while the general switch for using MCP servers without asking is on.',
  ],
  naming:
    'The name of the server is its key under mcpServers; tools go by their own name; "*" in alwaysAllow is every tool.',
  keys: ANY_KEY,
  abilities: ASKING,
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool) => tool,
  settle: (planned) =>
    planned.map((one) =>
      one.address === '*' && one.expressed === 'allow' ? { ...one, expressed: 'ask' } : one,
    ),
  others: () => 'ask',
  write: (draft) => [{ name: 'mcp.json', language: 'json', text: write(draft) }],
  setUp: ['Put the lists into the entry of the server that you have.'],
  check: 'Open the server in the MCP view: a disabled tool is switched off there.',
});
