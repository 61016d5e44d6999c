import { type Draft, targetOf } from './blueprint.ts';
import { type KeyRule, keysLike } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { jsonText } from './text.ts';

/** Claude Code puts `_` in the place of whatever is no letter, digit, underscore or hyphen. */
function plain(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]/g, '_');
}

/** In a rule two underscores end the name of the server, whatever stood in their place. */
const PLAIN_ONCE = keysLike(
  /^[A-Za-z0-9-]+(?:_[A-Za-z0-9-]+)*$/,
  'In the rules of Claude Code two underscores end the name of a server, and every sign that is no letter, digit or hyphen counts as an underscore. Name it such as my-server.',
  /[^A-Za-z0-9-]+/,
  '-',
);
const KEYS: KeyRule = {
  problem: (key) => PLAIN_ONCE.problem(plain(key)),
  nearest: (key) => (PLAIN_ONCE.problem(plain(key)) === null ? key : PLAIN_ONCE.nearest(key)),
};

function write({ planned }: Draft): string {
  const allow = addressesOf(planned, 'allow');
  const ask = addressesOf(planned, 'ask');
  const deny = addressesOf(planned, 'deny', 'hide');
  return jsonText({
    permissions: {
      ...(allow.length === 0 ? {} : { allow }),
      ...(ask.length === 0 ? {} : { ask }),
      ...(deny.length === 0 ? {} : { deny }),
    },
  });
}

export const claudeCode = targetOf({
  id: 'claude-code',
  title: 'Claude Code',
  kind: 'client',
  language: 'json',
  fileName: 'settings.json',
  whereItLives:
    '~/.claude/settings.json for yourself, .claude/settings.json for a project; managed-settings.json where nobody may override it.',
  source: { url: 'https://code.claude.com/docs/en/permissions', read: '2026-08-22' },
  version: 'documentation of 2026-08-22',
  degrades: [
    'Rules are read deny first, then ask, then allow, and the first match wins however specific another is: so there is no rule here for the whole server.',
    'A deny rule by bare name also takes the tool out of the list.',
    'A tool that no rule names is asked about, unless the permission mode lets it pass.',
  ],
  naming:
    'mcp__KEY__TOOL; every character that is no letter, digit, underscore or hyphen becomes an underscore in both parts.',
  keys: KEYS,
  abilities: ASKING,
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool, key) => `mcp__${plain(key)}__${plain(tool)}`,
  others: () => 'ask',
  write: (draft) => [{ name: 'settings.json', language: 'json', text: write(draft) }],
  setUp: [
    'Add the entries to the lists of the same names in your settings.json; keep what is there.',
    'Use the name that you gave the server in "claude mcp add".',
    'Start Claude Code again.',
  ],
  check:
    'Type /permissions: the rules must be listed. Then type /mcp: a denied tool must not be offered to the model.',
});
