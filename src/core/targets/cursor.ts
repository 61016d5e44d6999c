import { type Draft, targetOf } from './blueprint.ts';
import { isPlainName, PLAIN_KEYS } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { jsonText } from './text.ts';

function write({ planned }: Draft): string {
  return jsonText({ mcpAllowlist: addressesOf(planned, 'allow') });
}

export const cursor = targetOf({
  id: 'cursor',
  title: 'Cursor',
  kind: 'client',
  language: 'json',
  fileName: 'permissions.json',
  whereItLives: '~/.cursor/permissions.json',
  source: { url: 'https://cursor.com/docs/reference/permissions.md', read: '2026-11' },
  version: 'documentation of November 2026',
  degrades: [
    'The list means: run without asking. A tool that is not on it is asked about, not denied.',
    'No file denies a tool. The nearest stricter form is to switch it off in Settings, MCP.',
    'The list takes the place of the one in the settings, and the run mode "Ask every time" makes it count for nothing.',
  ],
  naming: 'KEY:TOOL, KEY being the name of the server in mcp.json; a star stands for anything.',
  keys: PLAIN_KEYS,
  abilities: {
    ...ASKING,
    deny: 'ask',
    hide: 'ask',
    advisory:
      'Cursor calls the list a best effort and no boundary of security. Switch denied tools off in Settings, MCP.',
  },
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool, key) => (isPlainName(tool) ? `${key}:${tool}` : null),
  others: () => 'ask',
  write: (draft) => [{ name: 'permissions.json', language: 'json', text: write(draft) }],
  setUp: [
    'Add the names to mcpAllowlist in ~/.cursor/permissions.json.',
    'Switch the tools that should be denied or hidden off in Settings, MCP.',
  ],
  check: 'Have the agent call a tool that is not on the list: Cursor must ask.',
});
