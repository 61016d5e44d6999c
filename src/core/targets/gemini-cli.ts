import type { JsonObject } from '../tool/json.ts';
import { type Draft, targetOf } from './blueprint.ts';
import { keysLike } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { tomlText } from './text.ts';

/** Longer qualified names are shortened in the middle, and a rule no longer matches them. */
const LONGEST = 63;

/** The rule for the whole server: a denial where a tool must not pass that no rule can name. */
function catchAll({ planned, only }: Draft): 'deny' | 'ask_user' | null {
  if (planned.some(({ address, expressed }) => address === null && expressed === 'hide')) return 'deny';
  return only ? null : 'ask_user';
}

function write(draft: Draft): string {
  const { planned, server } = draft;
  const rule = (toolName: string, decision: string, priority: number): JsonObject => ({
    mcpName: server.key,
    toolName,
    decision,
    priority,
  });
  const rest = catchAll(draft);
  return tomlText({
    rule: [
      ...addressesOf(planned, 'hide').map((tool) => rule(tool, 'deny', 500)),
      ...addressesOf(planned, 'ask').map((tool) => rule(tool, 'ask_user', 300)),
      ...addressesOf(planned, 'allow').map((tool) => rule(tool, 'allow', 200)),
      ...(rest === null ? [] : [rule('*', rest, 100)]),
    ],
  });
}

export const geminiCli = targetOf({
  id: 'gemini-cli',
  title: 'Gemini CLI',
  kind: 'client',
  language: 'toml',
  fileName: 'toolwarden.toml',
  whereItLives: '~/.gemini/policies/; /etc/gemini-cli/policies where an administrator sets it for everybody.',
  source: {
    url: 'https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/policy-engine.md',
    read: '2026-08-21',
  },
  version: 'commit 5411f113',
  degrades: [
    'An underscore in the name of the server breaks its rules without a word: such a name is refused here.',
    'Policies of a workspace (.gemini/policies in a project) are not read: use those of the user.',
    'ask_user becomes deny where nobody is there to be asked.',
  ],
  naming: 'mcpName is the key of the server under mcpServers; toolName is the own name of the tool.',
  keys: keysLike(
    /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/,
    'In Gemini CLI an underscore in the name of a server breaks its rules, and so do signs other than letters, digits, dots and hyphens, and names of more than 40. Name it such as my-server.',
    /[^A-Za-z0-9.-]+/,
    '-',
  ),
  abilities: ASKING,
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool, key) =>
    /^[A-Za-z0-9_.-]+$/.test(tool) && !tool.startsWith('mcp_') && `mcp_${key}_${tool}`.length <= LONGEST
      ? tool
      : null,
  others: (draft) => (catchAll(draft) === 'deny' ? 'hide' : 'ask'),
  write: (draft) => [{ name: 'toolwarden.toml', language: 'toml', text: write(draft) }],
  setUp: [
    'Save the text in the folder of your policies under a name of its own that ends in .toml.',
    'Take "trust": true out of the entry of the server in settings.json: it skips every question.',
    'Start Gemini CLI again.',
  ],
  check: 'Type /policies list: the rules must be there. Type /mcp: a denied tool must be missing.',
});
