import { type Draft, targetOf } from './blueprint.ts';
import { keysLike } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { jsonText, table } from './text.ts';

/** opencode puts `_` in the place of whatever is no letter, digit, underscore or hyphen. */
function plain(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]/g, '_');
}

const KEYS = keysLike(
  /[A-Za-z0-9]/,
  'opencode keeps only letters, digits, hyphens and underscores of the name of a server. Name it such as my-server.',
  /[^A-Za-z0-9_-]+/,
  '-',
);

/** The last rule that matches wins: the wildcard comes first, what is denied last. */
function write({ planned, server, only }: Draft): string {
  const rules: [string, string][] = [
    ...(only ? [] : [[`${plain(server.key)}_*`, 'ask'] as [string, string]]),
    ...addressesOf(planned, 'allow').map((name): [string, string] => [name, 'allow']),
    ...addressesOf(planned, 'ask').map((name): [string, string] => [name, 'ask']),
    ...addressesOf(planned, 'hide').map((name): [string, string] => [name, 'deny']),
  ];
  return jsonText({ $schema: 'https://opencode.ai/config.json', permission: table(rules) });
}

export const opencode = targetOf({
  id: 'opencode',
  title: 'opencode',
  kind: 'client',
  language: 'json',
  fileName: 'opencode.json',
  whereItLives: 'opencode.json of a project, or ~/.config/opencode/opencode.json.',
  source: { url: 'https://opencode.ai/docs/permissions', read: '2026-11' },
  version: 'documentation of November 2026',
  degrades: [
    'The last rule that matches wins: keep the wildcard before the rules for single tools.',
    'What no rule names runs without asking.',
    'A server whose name begins with this name and an underscore falls under the same wildcard.',
  ],
  naming:
    'KEY_TOOL; every character that is no letter, digit, underscore or hyphen becomes an underscore in both parts.',
  keys: KEYS,
  abilities: ASKING,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: (tool, key) => `${plain(key)}_${plain(tool)}`,
  others: ({ only }) => (only ? 'allow' : 'ask'),
  write: (draft) => [{ name: 'opencode.json', language: 'json', text: write(draft) }],
  setUp: [
    'Add the entries to "permission" in your opencode.json, in this order, after any wildcard of your own.',
    'Use the name that the server has under "mcp".',
  ],
  check:
    'Ask for the list of tools: a denied one must be missing. Have it call one that asks: it must wait for you.',
});
