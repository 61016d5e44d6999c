import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY, wellFormed } from './keys.ts';
import { codeLiteral } from './literals.ts';
import { ALLOW_LIST, addressesOf } from './plan.ts';
import { yamlText } from './text.ts';

/** Without rules everything passes, so a server without anything to allow gets one that never holds. */
function write({ planned, server }: Draft): string {
  const target = `mcp.tool.target == ${codeLiteral(server.key)}`;
  const rules = addressesOf(planned, 'allow').map(
    (tool) => `${target} && mcp.tool.name == ${codeLiteral(tool)}`,
  );
  return yamlText({
    mcp: { policies: { mcpAuthorization: { rules: rules.length === 0 ? ['false'] : rules } } },
  });
}

export const agentgateway = targetOf({
  id: 'agentgateway',
  title: 'agentgateway',
  kind: 'gateway',
  language: 'yaml',
  fileName: 'config.yaml',
  whereItLives: 'The configuration that agentgateway is started with.',
  source: {
    url: 'https://github.com/agentgateway/agentgateway/blob/main/examples/mcp-authorization/config.yaml',
    read: '2026-11',
  },
  version: 'commit 75b4e6ce',
  degrades: [
    'It cannot ask a person: such a tool is not allowed.',
    'Any rule that holds allows, so each is for one tool; without rules everything passes.',
    'Rules are for all targets of the gateway: the tools of another server need rules of their own.',
    'Limits exist for routes, not for single tools.',
  ],
  naming: 'mcp.tool.target is the name of the target; mcp.tool.name the own name of the tool.',
  keys: ANY_KEY,
  abilities: ALLOW_LIST,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: () => 'hide',
  write: (draft) => [{ name: 'config.yaml', language: 'yaml', text: write(draft) }],
  setUp: ['Put the rules under mcp.policies.mcpAuthorization, beside the rules for other targets.'],
  check: 'List the tools through the gateway: a tool without a rule must be missing.',
});
