import type { Condition } from '../policy/policy.ts';
import type { JsonObject, JsonValue } from '../tool/json.ts';
import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY, wellFormed } from './keys.ts';
import type { Planned } from './plan.ts';
import { canHide, type PolicyRecord } from './record.ts';
import { type SimpleRules, simpleRules } from './simple-rules.ts';
import { table, yamlText } from './text.ts';

/** Its `eq` takes the text "true" for the boolean, so only texts can be required. */
function judges(record: PolicyRecord): boolean {
  return (
    simpleRules(record)?.oneOf.every(({ values }) => values.every((value) => typeof value === 'string')) ??
    false
  );
}

/** A rule denies unless all of its conditions hold, so what must not be is asked for as absent. */
function conditionsOf({ oneOf, not }: SimpleRules): Condition[] {
  return [
    ...oneOf.map(({ name, values }): Condition => ({ path: `args.${name}`, op: 'in', value: values })),
    ...not.map(({ name }): Condition => ({ path: `args.${name}`, op: 'exists', value: false })),
  ];
}

function rulesOf({ record, expressed, withArguments }: Planned): JsonValue[] {
  if (expressed !== 'allow' && !withArguments)
    return [{ name: 'denied', action: 'deny', on_deny: 'Blocked by policy. Do not retry.' }];
  const simple = withArguments ? simpleRules(record) : null;
  const { limit } = record;
  return [
    ...(simple === null
      ? []
      : [
          {
            name: 'arguments',
            conditions: conditionsOf(simple) as JsonObject[],
            on_deny: 'Blocked by policy.',
          },
        ]),
    ...(limit === null ? [] : [{ name: 'cap', rate_limit: `${limit.max}/${limit.window}` }]),
  ];
}

function write({ planned }: Draft): string {
  const named = planned.filter(({ address }) => address !== null);
  const hide = named.filter(({ expressed }) => expressed === 'hide').map(({ record }) => record.tool);
  const ruled = named.filter(({ expressed }) => expressed !== 'hide');
  return yamlText({
    version: '1',
    default: 'deny',
    ...(hide.length === 0 ? {} : { hide: [...new Set(hide)] }),
    tools: table(ruled.map((one) => [one.record.tool, { rules: rulesOf(one) }])),
  });
}

export const intercept = targetOf({
  id: 'intercept',
  title: 'Intercept (PolicyLayer, open source)',
  kind: 'gateway',
  language: 'yaml',
  fileName: 'policy.yaml',
  whereItLives: 'The file that "intercept -c policy.yaml -- COMMAND" is started with.',
  source: { url: 'https://github.com/PolicyLayer/Intercept/blob/main/POLICY.md', read: '2026-03-04' },
  version: 'commit 77f0429',
  degrades: [
    'It cannot ask a person: such a call is denied.',
    'It compares texts, not types, so conditions on booleans are not relied on: those calls are denied.',
    'A switch that must not be set is asked for as absent: a call that sets it to false is denied as well.',
    'Unknown keys are passed over without a word: check the file with "intercept validate".',
  ],
  naming: 'Tools go by their own name; the key of the server does not appear.',
  keys: ANY_KEY,
  abilities: {
    allow: 'allow',
    ask: 'deny',
    deny: 'deny',
    hide: 'hide',
    limit: true,
    arguments: judges,
    canHide,
  },
  judgesArguments: 'degraded',
  before: 'allow',
  addressOf: (tool) => (tool === '*' || tool.trim() === '' ? null : wellFormed(tool)),
  others: () => 'deny',
  write: (draft) => [{ name: 'policy.yaml', language: 'yaml', text: write(draft) }],
  setUp: [
    'Save the text as policy.yaml, or add the entries under "hide" and "tools" to the policy you have.',
    'Start the server through it: intercept -c policy.yaml -- and the command of the server.',
    'Put that command into the configuration of the client in place of the server.',
  ],
  check:
    'Run "intercept validate -c policy.yaml", then call a denied tool: the result must be an error that names the policy.',
});
