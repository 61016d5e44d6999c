import { type Draft, targetOf } from './blueprint.ts';
import { keysLike, wellFormed } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import type { RenderedFile } from './target.ts';
import { table, yamlText } from './text.ts';

/** An empty list of tools means all of them, so a server without any is switched off. */
function write({ planned, server, only }: Draft): RenderedFile[] {
  const full = (names: string[]): string[] => names.map((name) => `${server.key}__${name}`);
  const available = addressesOf(planned, 'allow', 'ask');
  const permissions = yamlText({
    user: {
      always_allow: full(addressesOf(planned, 'allow')),
      ask_before: full(addressesOf(planned, 'ask')),
      never_allow: full(addressesOf(planned, 'deny', 'hide')),
    },
  });
  const entry = available.length === 0 ? { enabled: false } : { enabled: true, available_tools: available };
  const config = yamlText({ extensions: table([[server.key, entry]]), GOOSE_MODE: 'approve' });
  return [
    ...(only ? [] : [{ name: 'config.yaml', language: 'yaml', text: config } as const]),
    { name: 'permission.yaml', language: 'yaml', text: permissions },
  ];
}

export const goose = targetOf({
  id: 'goose',
  title: 'Goose',
  kind: 'client',
  language: 'yaml',
  fileName: 'config.yaml',
  whereItLives: '~/.config/goose/ (on Windows %APPDATA%\\Block\\goose\\config\\).',
  places: new Map([
    [
      'config.yaml',
      {
        path: '~/.config/goose/config.yaml',
        holds: 'which tools are there at all, and the mode that asks',
        needed: true,
      },
    ],
    [
      'permission.yaml',
      {
        path: '~/.config/goose/permission.yaml',
        holds: 'what runs, what is asked about and what is refused',
        needed: true,
      },
    ],
  ]),
  source: {
    url: 'https://github.com/aaif-goose/goose/blob/main/documentation/docs/guides/config-files.md',
    read: '2026-11',
  },
  version: 'commit 1c220d75',
  degrades: [
    'An empty available_tools means every tool: a server with nothing to allow is switched off instead.',
    'In the mode "auto", which is the default, nothing is asked: permissions hold in "approve" and "smart_approve".',
    'The form of permission.yaml was read from tests: set the same in "goose configure", Tool Permission, where it differs.',
  ],
  naming: 'KEY__TOOL in permissions; tools go by their own name in available_tools.',
  keys: keysLike(
    /^(?!.*__)[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/,
    'In Goose the key of an extension holds small letters, digits, hyphens and single underscores. Name it such as my-server.',
    /[^a-z0-9-]+/,
    '-',
  ),
  abilities: {
    ...ASKING,
    advisory: 'Questions are asked only in the modes "approve" and "smart_approve".',
  },
  onlyAbilities: { deny: 'deny', hide: 'deny' },
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: ({ only }) => (only ? 'allow' : 'hide'),
  write,
  setUp: [
    'Where config.yaml is given, put its keys into the entry of the extension that you have, and set GOOSE_MODE.',
    'Put the lists of permission.yaml into yours, or set the same in "goose configure", Tool Permission.',
    'Start a new session.',
  ],
  check: 'Ask for the list of tools in a new session: a tool that is not available must be missing.',
});
