import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY, wellFormed } from './keys.ts';
import { ALLOW_LIST, addressesOf } from './plan.ts';
import { table, yamlText } from './text.ts';

function write({ planned, server }: Draft): string {
  return yamlText(table([[server.key, addressesOf(planned, 'allow')]]));
}

export const dockerMcpGateway = targetOf({
  id: 'docker-mcp-gateway',
  title: 'Docker MCP Gateway',
  kind: 'gateway',
  language: 'yaml',
  fileName: 'tools.yaml',
  whereItLives: '~/.docker/mcp/tools.yaml, or the file given with --tools-config.',
  source: { url: 'https://github.com/docker/mcp-gateway/blob/main/docs/profiles.md', read: '2026-07-23' },
  version: 'commit 2bd20fe8',
  degrades: [
    'It cannot ask a person: such a tool is not enabled.',
    'The list is of what may pass: a form for one tool leaves out every other tool of the server.',
    'Limits and rules over arguments take an interceptor of your own.',
    'A gateway that runs a profile reads the tools of the profile instead: docker mcp profile tools PROFILE --disable-all SERVER --enable SERVER.TOOL.',
  ],
  naming: 'The name of the server is its name in the catalog of Docker; tools go by their own name.',
  keys: ANY_KEY,
  abilities: ALLOW_LIST,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: () => 'hide',
  write: (draft) => [{ name: 'tools.yaml', language: 'yaml', text: write(draft) }],
  setUp: [
    'Put the entry into tools.yaml, in the place of the one that the server has.',
    'Start the gateway again.',
  ],
  check: 'Run "docker mcp tools ls": a tool that is not on the list must be missing.',
});
