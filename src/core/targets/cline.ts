import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { jsonText, table } from './text.ts';

function write({ planned, server }: Draft): string {
  return jsonText({ mcpServers: table([[server.key, { autoApprove: addressesOf(planned, 'allow') }]]) });
}

export const cline = targetOf({
  id: 'cline',
  title: 'Cline',
  kind: 'client',
  language: 'json',
  fileName: 'cline_mcp_settings.json',
  whereItLives: 'cline_mcp_settings.json, which "Configure MCP Servers" opens.',
  source: { url: 'https://github.com/cline/cline/blob/main/docs/mcp/mcp-overview.mdx', read: '2026-11' },
  version: 'documentation of November 2026',
  degrades: [
    'The list means: run without asking. A tool that is not on it is asked about, not denied.',
    'No key denies one tool. The nearest stricter form is "disabled": true, which takes the whole server away.',
  ],
  naming: 'The name of the server is its key under mcpServers; tools go by their own name.',
  keys: ANY_KEY,
  abilities: {
    ...ASKING,
    deny: 'ask',
    hide: 'ask',
    advisory: 'The list works only while the general switch for using MCP servers without asking is on.',
  },
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool) => (tool === '*' ? null : tool),
  others: () => 'ask',
  write: (draft) => [{ name: 'cline_mcp_settings.json', language: 'json', text: write(draft) }],
  setUp: [
    'Put the list into the entry of the server that you have.',
    'To be sure that a tool cannot run at all, set "disabled": true for the server or put a gateway in front of it.',
  ],
  check: 'Have Cline call a tool that is not on the list: it must ask.',
});
