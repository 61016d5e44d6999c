import type { Decision } from '../recommend/decision-table.ts';
import { type Draft, targetOf } from './blueprint.ts';
import { isPlainName, PLAIN_KEYS } from './keys.ts';
import { shellWord } from './literals.ts';
import { ASKING, addressesOf, denyAllWithServer, mustDenyServer } from './plan.ts';
import type { RenderedFile } from './target.ts';
import { jsonText, table } from './text.ts';

/** A list of tools leaves out what no flag can name; without one, a denial for the whole server must. */
function deniesServer({ planned, only }: Pick<Draft, 'planned' | 'only'>): boolean {
  return only && mustDenyServer(planned);
}

function flagsOf(draft: Draft): string[] {
  const { planned, server } = draft;
  const named = (tool: string): string => shellWord(`${server.key}(${tool})`);
  if (deniesServer(draft)) return [`--deny-tool=${shellWord(server.key)}`];
  return [
    ...addressesOf(planned, 'allow').map((tool) => `--allow-tool=${named(tool)}`),
    ...addressesOf(planned, 'deny', 'hide').map((tool) => `--deny-tool=${named(tool)}`),
  ];
}

function write(draft: Draft): RenderedFile[] {
  const { planned, server, only } = draft;
  const command = `${['copilot', ...flagsOf(draft)].join(' \\\n  ')}\n`;
  const tools = addressesOf(planned, 'allow', 'ask');
  const config = jsonText({ mcpServers: table([[server.key, { tools }]]) });
  return [
    { name: 'copilot.sh', language: 'shell', text: command },
    ...(only ? [] : [{ name: 'mcp-config.json', language: 'json', text: config } as const]),
  ];
}

function others(draft: Draft): Decision {
  if (!draft.only) return 'hide';
  return deniesServer(draft) ? 'deny' : 'ask';
}

export const copilotCli = targetOf({
  id: 'copilot-cli',
  title: 'Copilot CLI',
  kind: 'client',
  language: 'shell',
  fileName: 'copilot.sh',
  whereItLives: 'The command that starts it; the list of tools in ~/.copilot/mcp-config.json.',
  places: new Map([
    [
      'copilot.sh',
      {
        path: 'the command that starts it, or an alias',
        holds: 'what runs without a question and what is refused',
        needed: true,
      },
    ],
    [
      'mcp-config.json',
      { path: '~/.copilot/mcp-config.json', holds: 'which tools are there at all', needed: true },
    ],
  ]),
  source: {
    url: 'https://docs.github.com/en/copilot/how-tos/copilot-cli/use-copilot-cli/allowing-tools',
    read: '2026-08-03',
  },
  version: 'documentation of 2026-08-03',
  degrades: [
    'What no flag allows is asked about; a denial stands over every flag that allows.',
    'Flags hold for the session that is started with them.',
    'Names with signs that a shell or a pattern reads are not written as flags.',
  ],
  naming: 'KEY(TOOL), KEY being the name of the server in mcp-config.json.',
  keys: PLAIN_KEYS,
  abilities: ASKING,
  onlyAbilities: { deny: 'deny', hide: 'deny' },
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool) => (isPlainName(tool) ? tool : null),
  settle: (planned, only) => (only ? denyAllWithServer(planned) : [...planned]),
  others,
  write,
  setUp: [
    'Start Copilot with these flags, or put the command into a script or an alias.',
    'Where a list of tools is given, put it into the entry of the server in ~/.copilot/mcp-config.json.',
  ],
  check:
    'Ask for a denied tool: it must be refused without a question. Type /mcp to see which tools are left.',
});
