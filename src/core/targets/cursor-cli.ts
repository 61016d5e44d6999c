import { type Draft, targetOf } from './blueprint.ts';
import { isPlainName, PLAIN_KEYS } from './keys.ts';
import { ASKING, addressesOf, denyAllWithServer, mustDenyServer } from './plan.ts';
import { jsonText } from './text.ts';

/** A denial stands over all that allows, so one for the whole server is all there is to say. */
function write({ planned, server }: Draft): string {
  const isWhole = mustDenyServer(planned);
  return jsonText({
    permissions: {
      allow: addressesOf(planned, 'allow'),
      deny: isWhole ? [`Mcp(${server.key}:*)`] : addressesOf(planned, 'deny'),
    },
  });
}

export const cursorCli = targetOf({
  id: 'cursor-cli',
  title: 'Cursor CLI',
  kind: 'client',
  language: 'json',
  fileName: 'cli-config.json',
  whereItLives: '~/.cursor/cli-config.json, or .cursor/cli.json of a project.',
  source: { url: 'https://cursor.com/docs/cli/reference/permissions', read: '2026-11' },
  version: 'documentation of November 2026',
  degrades: [
    'A denial stands over every rule that allows; what no rule names is asked about.',
    'A denied tool stays in the list that the model sees.',
  ],
  naming: 'Mcp(KEY:TOOL), KEY being the name of the server in mcp.json; a star stands for anything.',
  keys: PLAIN_KEYS,
  abilities: { ...ASKING, deny: 'deny', hide: 'deny' },
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool, key) => (isPlainName(tool) ? `Mcp(${key}:${tool})` : null),
  settle: denyAllWithServer,
  others: ({ planned }) => (mustDenyServer(planned) ? 'deny' : 'ask'),
  notes: ({ planned }) =>
    mustDenyServer(planned)
      ? ['A tool must not pass whose name no rule can hold, so the whole server is denied.']
      : [],
  write: (draft) => [{ name: 'cli-config.json', language: 'json', text: write(draft) }],
  setUp: ['Add the entries to the lists of the same names under permissions.'],
  check: 'Have the agent call a denied tool: it must be refused without a question.',
});
