import { type Draft, targetOf } from './blueprint.ts';
import { cedarPolicies } from './cedar-policies.ts';
import { ANY_KEY, wellFormed } from './keys.ts';
import { cedarLiteral } from './literals.ts';
import { ALLOW_LIST } from './plan.ts';
import { jsonText } from './text.ts';

const NOTHING = 'forbid(principal, action == Action::"call_tool", resource);';

function write({ planned }: Draft): string {
  const policies = cedarPolicies(
    planned,
    (effect, tool) =>
      `${effect}(principal, action == Action::"call_tool", resource == Tool::${cedarLiteral(tool)});`,
  );
  return jsonText({
    version: '1.0',
    type: 'cedarv1',
    cedar: { policies: policies.length === 0 ? [NOTHING] : policies, entities_json: '[]' },
  });
}

export const toolhive = targetOf({
  id: 'toolhive',
  title: 'ToolHive',
  kind: 'gateway',
  language: 'json',
  fileName: 'authz.json',
  whereItLives: 'The file given with "thv run --authz-config authz.json SERVER".',
  source: { url: 'https://docs.stacklok.com/toolhive/concepts/cedar-policies', read: '2026-11' },
  version: 'documentation of November 2026',
  degrades: [
    'It cannot ask a person: such a tool is forbidden.',
    'Whatever no policy permits is denied, prompts and resources included.',
  ],
  naming: 'Tool::"TOOL" with the own name of the tool; the key of the server does not appear.',
  keys: ANY_KEY,
  abilities: ALLOW_LIST,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: () => 'hide',
  write: (draft) => [{ name: 'authz.json', language: 'json', text: write(draft) }],
  setUp: [
    'Save the text as authz.json.',
    'Start the server with it: thv run --authz-config authz.json and the name of the server.',
    'Permit prompts and resources as well where agents need them.',
  ],
  check: 'Run "thv mcp list tools" against the server: a forbidden tool must be missing.',
});
