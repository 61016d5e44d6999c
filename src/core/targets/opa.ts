import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY, wellFormed } from './keys.ts';
import { jsonLiteral } from './literals.ts';
import { ALLOW_LIST, addressesOf, type Planned } from './plan.ts';
import { hasSimpleRules, simpleRules } from './simple-rules.ts';

const HEAD = `package mcp.authz

import rego.v1

default allow := false

allow if {
	is_string(input.parsed_body.method)
	input.parsed_body.method != "tools/call"
}
`;

const CALL = ['	input.parsed_body.method == "tools/call"'];

function setOf(names: readonly string[]): string {
  return names.length === 0 ? 'set()' : `{\n${names.map((name) => `\t${jsonLiteral(name)},\n`).join('')}}`;
}

/** One rule for a tool whose arguments are judged. An absent argument leaves an expression undefined, which is no. */
function ruleOf({ record, address }: Planned): string {
  const rules = simpleRules(record);
  const at = (name: string): string => `input.parsed_body.params.arguments[${jsonLiteral(name)}]`;
  const literal = (value: string | boolean): string =>
    typeof value === 'boolean' ? String(value) : jsonLiteral(value);
  const lines = [
    ...CALL,
    `\tinput.parsed_body.params.name == ${jsonLiteral(address ?? '')}`,
    ...(rules?.oneOf ?? []).map(({ name, values }) => `\t${at(name)} in {${values.map(literal).join(', ')}}`),
    ...(rules?.not ?? []).map(
      ({ name, value }) => `\tother_or_absent(${jsonLiteral(name)}, ${literal(value)})`,
    ),
  ];
  return `allow if {\n${lines.join('\n')}\n}\n`;
}

/** The argument is absent, or has the type of the value and is another one: null and other types are no answer. */
const OTHER_OR_ABSENT = `other_or_absent(name, _) if not name in object.keys(object.get(input.parsed_body.params, "arguments", {}))

other_or_absent(name, value) if {
	given := input.parsed_body.params.arguments[name]
	type_name(given) == type_name(value)
	given != value
}
`;

function write({ planned }: Draft): string {
  const judged = planned.filter(({ withArguments }) => withArguments);
  const free = addressesOf(
    planned.filter((one) => !judged.includes(one)),
    'allow',
  );
  const forbids = judged.some(({ record }) => record.argumentRules.deny_if.length > 0);
  return [
    HEAD,
    `allow if {\n${CALL.join('\n')}\n\tinput.parsed_body.params.name in allowed\n}\n`,
    `allowed := ${setOf(free)}\n`,
    ...judged.map(ruleOf),
    ...(forbids ? [OTHER_OR_ABSENT] : []),
  ].join('\n');
}

export const opa = targetOf({
  id: 'opa',
  title: 'Open Policy Agent (Rego)',
  kind: 'gateway',
  language: 'rego',
  fileName: 'mcp.rego',
  whereItLives: 'The policies of an Open Policy Agent that a proxy such as Envoy asks about every request.',
  source: { url: 'https://www.openpolicyagent.org/docs/envoy', read: '2026-11' },
  version: 'Rego v1',
  degrades: [
    'It cannot ask a person: such a call is denied.',
    'It judges requests and does not filter lists, so a hidden tool stays in the list and is denied.',
    'The proxy must pass the body on (with_request_body) and refuse bodies that it cuts.',
    'A request without a body, such as one that opens a stream, is denied: permit those in a rule of your own where clients need them.',
    'Conditions are written for texts and booleans at the top level of the arguments; other argument rules deny.',
    'Arguments are found by their exact names: behind it must stand a server that reads no other letter case as the same name.',
  ],
  naming: 'The own name of the tool in the body of tools/call; one policy for the route of one server.',
  keys: ANY_KEY,
  abilities: { ...ALLOW_LIST, ask: 'deny', deny: 'deny', hide: 'deny', arguments: hasSimpleRules },
  judgesArguments: 'degraded',
  before: 'allow',
  addressOf: wellFormed,
  others: () => 'deny',
  write: (draft) => [{ name: 'mcp.rego', language: 'rego', text: write(draft) }],
  setUp: [
    'Load the policy and ask it for data.mcp.authz.allow.',
    'Have the proxy send the body of each request to the MCP server with its question, and refuse batches.',
  ],
  check: 'Call a denied tool through the proxy: the answer must be 403.',
});
