import type { JsonObject } from '../tool/json.ts';
import { type Draft, targetOf } from './blueprint.ts';
import { keysLike, wellFormed } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { table, tomlText } from './text.ts';

/** In Codex "approve" means: run it, it is approved. "prompt" means: ask. */
function write({ planned, server, only }: Draft): string {
  const allowed = addressesOf(planned, 'allow');
  const asked = addressesOf(planned, 'ask');
  const hidden = addressesOf(planned, 'hide');
  const modes: [string, JsonObject][] = [
    ...allowed.map((tool): [string, JsonObject] => [tool, { approval_mode: 'approve' }]),
    ...asked.map((tool): [string, JsonObject] => [tool, { approval_mode: 'prompt' }]),
  ];
  return tomlText({
    mcp_servers: table([
      [
        server.key,
        {
          ...(only ? {} : { enabled_tools: [...allowed, ...asked] }),
          ...(hidden.length === 0 ? {} : { disabled_tools: hidden }),
          ...(only ? {} : { default_tools_approval_mode: 'prompt' }),
          ...(modes.length === 0 ? {} : { tools: table(modes) }),
        },
      ],
    ]),
  });
}

export const codex = targetOf({
  id: 'codex',
  title: 'OpenAI Codex',
  kind: 'client',
  language: 'toml',
  fileName: 'config.toml',
  whereItLives: '~/.codex/config.toml, or .codex/config.toml of a project that is trusted.',
  source: { url: 'https://developers.openai.com/codex/config-reference', read: '2026-04-16' },
  version: 'codex-rs at 00b17c26',
  degrades: [
    'approval_mode = "approve" runs the tool without asking; "prompt" asks. The words are often taken the wrong way round.',
    'Where Codex runs with full access nothing is asked: only the lists of tools hold.',
  ],
  naming:
    'The name of the server is its key under mcp_servers; tools go by their own name, quoted where TOML asks for it.',
  keys: keysLike(
    /^[A-Za-z0-9_-]+$/,
    'In Codex the name of a server may hold letters, digits, hyphens and underscores only. Name it such as my-server.',
    /[^A-Za-z0-9_-]+/,
    '-',
  ),
  abilities: ASKING,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: ({ only }) => (only ? 'allow' : 'hide'),
  write: (draft) => [{ name: 'config.toml', language: 'toml', text: write(draft) }],
  setUp: [
    'Add the keys to the table of the server that you have; a table may stand in the file only once.',
    'Start Codex again.',
  ],
  check:
    'Type /mcp in Codex: a disabled tool must be missing. Have it call one that asks: it must wait for you.',
});
