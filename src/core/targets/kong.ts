import { type Draft, targetOf } from './blueprint.ts';
import { keysLike, wellFormed } from './keys.ts';
import { ALLOW_LIST, type Planned } from './plan.ts';
import { yamlText } from './text.ts';

/** The consumer group that the agents are in. */
const AGENTS = 'agents';

/** The list of a tool takes the place of the default list, and a denial stands over an allowance. */
function write({ planned, server, only }: Draft): string {
  const named = planned.filter((one): one is Planned & { address: string } => one.address !== null);
  const expressed = new Map(named.map((one) => [one.address, one.expressed]));
  const tools = [...expressed].map(([name, decision]) => ({
    name,
    description: 'Access rule',
    acl: decision === 'allow' ? { allow: [AGENTS] } : { deny: [AGENTS] },
  }));
  return yamlText({
    plugins: [
      {
        name: 'ai-mcp-proxy',
        route: server.key,
        config: {
          mode: 'passthrough-listener',
          include_consumer_groups: true,
          ...(only ? {} : { default_acl: [{ scope: 'tools', deny: [AGENTS] }] }),
          tools,
        },
      },
    ],
  });
}

export const kong = targetOf({
  id: 'kong',
  title: 'Kong AI Gateway (ai-mcp-proxy)',
  kind: 'gateway',
  language: 'yaml',
  fileName: 'kong.yaml',
  whereItLives: 'The declarative configuration of the gateway (decK).',
  source: { url: 'https://developer.konghq.com/plugins/ai-mcp-proxy/', read: '2026-11' },
  version: 'Kong Gateway 3.13 and later',
  degrades: [
    'It cannot ask a person: such a tool is denied.',
    'Rules are for consumers: they bind the agents only when those are in the group "agents" and the route asks for a key.',
    'The list of a tool takes the place of the default list; within one list a denial stands over an allowance.',
    'Before version 3.13.0.1 a denied tool could still be listed.',
    'A limit takes a further plugin, which counts the calls of a route and not of a tool.',
  ],
  naming: 'The name of the server is that of its route; tools go by their own name.',
  keys: keysLike(
    /^[A-Za-z0-9._~-]+$/,
    'In Kong the name of a route holds letters, digits, dots, underscores, tildes and hyphens only. Name it such as my-server.',
    /[^A-Za-z0-9._~-]+/,
    '-',
  ),
  abilities: ALLOW_LIST,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: ({ only }) => (only ? 'allow' : 'hide'),
  write: (draft) => [{ name: 'kong.yaml', language: 'yaml', text: write(draft) }],
  setUp: [
    'Put the configuration into the plugin of the route in front of the server, and give the route an authentication such as key-auth.',
    'Put the consumers of your agents into the group "agents", or write your own group in its place.',
    'Apply it with "deck gateway sync".',
  ],
  check:
    'List the tools with the key of an agent: a denied tool must be missing, and a call to it answered with 403.',
});
