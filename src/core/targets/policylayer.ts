import type { Policy } from '../policy/policy.ts';
import { policyText } from '../policy/policy-text.ts';
import { policyFor } from '../recommend/policies.ts';
import { approvalsText } from './approvals.ts';
import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY } from './keys.ts';
import type { Planned } from './plan.ts';
import { canHide, type PolicyRecord, toolRuleOf } from './record.ts';
import type { RenderedFile } from './target.ts';

/** The policy of some records: they get their rule, whatever else the server has is denied. */
function policyOf(records: readonly PolicyRecord[]): Policy {
  return policyFor(records.map((record) => ({ tool: record.tool, rule: toolRuleOf(record) })));
}

/** Where two records go by one name, the rules of neither hold: both get the stricter decision. */
function ownRecord({ record, expressed, shared }: Planned): PolicyRecord {
  return shared ? { ...record, decision: expressed, argumentRules: { require: [], deny_if: [] } } : record;
}

function namedIn({ planned }: Draft): PolicyRecord[] {
  return planned.filter(({ address }) => address !== null).map(ownRecord);
}

/** The policy, and where a person should be asked the record by which the reference gateway does so. */
function write(draft: Draft): RenderedFile[] {
  const records = namedIn(draft);
  const approvals = approvalsText(records);
  const policy = { name: 'policy.json', language: 'json', text: policyText(policyOf(records)) } as const;
  return approvals === null
    ? [policy]
    : [policy, { name: 'approvals.json', language: 'json', text: approvals }];
}

const ASKING_GATEWAY =
  'Beside approvals.json "toolwarden gateway --policy policy.json --ask approvals.json" asks a person where this policy denies; every other gateway reads policy.json alone and denies.';

export const policylayer = targetOf({
  id: 'policylayer',
  title: 'policy.json (PolicyLayer)',
  kind: 'gateway',
  language: 'json',
  fileName: 'policy.json',
  whereItLives: 'The policy of a grant on this server, in a gateway that reads policy.json version 1.',
  places: new Map([
    [
      'policy.json',
      { path: 'the policy of a grant on this server', holds: 'what passes and what is denied', needed: true },
    ],
    [
      'approvals.json',
      {
        path: 'beside policy.json, for the option --ask of "toolwarden gateway"',
        holds: 'the denied calls that a person may approve',
        needed: false,
      },
    ],
  ]),
  source: { url: 'https://policylayer.com/docs/writing-policies', read: '2026-11' },
  version: 'policy.json version 1',
  degrades: [
    'It cannot ask a person: a tool that should be asked about is denied with a message that says so.',
    'Its default is deny, so a policy for one tool denies every other tool of the server.',
  ],
  naming: 'Tools go by their own name; the key of the server does not appear.',
  keys: ANY_KEY,
  abilities: {
    allow: 'allow',
    ask: 'deny',
    deny: 'deny',
    hide: 'hide',
    limit: true,
    arguments: () => true,
    canHide,
  },
  judgesArguments: 'yes',
  before: 'deny',
  addressOf: (tool) => tool,
  others: () => 'deny',
  write,
  notes: (draft) => (approvalsText(namedIn(draft)) === null ? [] : [ASKING_GATEWAY]),
  setUp: [
    'Save the text as policy.json. If the server has a policy already, add only the entries under "tools" and "hide" to it.',
    'Load it in the gateway that stands between the agent and the server.',
    'Point the client at the gateway: a client that still reaches the server directly is not bound by any policy.',
  ],
  check:
    'Call a denied tool through the gateway: the result must be an error that says the policy denied it.',
});
