import { type Draft, targetOf } from './blueprint.ts';
import { cedarPolicies } from './cedar-policies.ts';
import { keysLike, wellFormed } from './keys.ts';
import { cedarLiteral } from './literals.ts';
import { ALLOW_LIST, type Planned } from './plan.ts';
import { hasSimpleRules, simpleRules } from './simple-rules.ts';

const GATEWAY = 'arn:aws:bedrock-agentcore:REGION:ACCOUNT:gateway/GATEWAY';

/** The type of a parameter is that of its schema, so only its presence and its value are asked for. */
function conditionsOf({ record, withArguments }: Planned): string {
  const rules = withArguments ? simpleRules(record) : null;
  if (rules === null) return '';
  const at = (name: string): string => `context.input[${cedarLiteral(name)}]`;
  const has = (name: string): string => `context.input has ${cedarLiteral(name)}`;
  const literal = (value: string | boolean): string =>
    typeof value === 'boolean' ? String(value) : cedarLiteral(value);
  const all = [
    ...rules.oneOf.map(
      ({ name, values }) => `(${has(name)} && [${values.map(literal).join(', ')}].contains(${at(name)}))`,
    ),
    ...rules.not.map(({ name, value }) => `!(${has(name)} && ${at(name)} == ${literal(value)})`),
  ];
  return ` when { ${all.join(' && ')} }`;
}

function write({ planned, server }: Draft): string {
  const policies = cedarPolicies(planned, (effect, tool, one) =>
    [
      `${effect}(`,
      '  principal,',
      `  action == AgentCore::Action::${cedarLiteral(`${server.key}___${tool}`)},`,
      `  resource == AgentCore::Gateway::${cedarLiteral(GATEWAY)}`,
      `)${effect === 'permit' ? conditionsOf(one) : ''};`,
      '',
    ].join('\n'),
  );
  return policies.join('\n');
}

export const agentcore = targetOf({
  id: 'agentcore',
  title: 'AWS AgentCore Policy',
  kind: 'gateway',
  language: 'cedar',
  fileName: 'policy.cedar',
  whereItLives: 'The policy engine of the gateway.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-tool-naming.html',
    read: '2026-11',
  },
  version: 'documentation of November 2026',
  degrades: [
    'It cannot ask a person: such a tool is forbidden.',
    'Target and tool are joined by three underscores; with two, as older pages have it, a policy matches nothing.',
    'Actions take no wildcard: each tool has a policy of its own.',
    'Conditions are written for texts and booleans at the top level of the arguments; other argument rules deny.',
    'Arguments are found by their exact names: behind it must stand a server that reads no other letter case as the same name.',
  ],
  naming: 'TARGET___TOOL, TARGET being the name of the target of the gateway.',
  keys: keysLike(
    /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,99}$/,
    'In AgentCore the name of a target holds letters, digits and single hyphens between them. Name it such as my-server.',
    /[^A-Za-z0-9]+/,
    '-',
  ),
  abilities: { ...ALLOW_LIST, arguments: hasSimpleRules },
  judgesArguments: 'degraded',
  before: 'allow',
  addressOf: wellFormed,
  others: () => 'hide',
  write: (draft) => [{ name: 'policy.cedar', language: 'cedar', text: write(draft) }],
  setUp: [
    'Write the ARN of your gateway in the place of the one with capitals: until then no policy matches and everything is denied.',
    'Create each policy in the policy engine and set the engine to enforce.',
  ],
  check:
    'List the tools through the gateway with the identity of an agent: a forbidden tool must be missing.',
});
