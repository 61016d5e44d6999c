import { denied, type Example, hidden, passes, paying } from './example.ts';

/** Which tools may be called at all. */
export const LIST_EXAMPLES: readonly Example[] = [
  {
    id: 'listed-without-conditions',
    says: 'Under default "deny", {} allows a tool without conditions, and every tool that is not listed is denied.',
    policy: paying({}),
    steps: [passes({ amount: 5 }), denied('/default', {}, { name: 'refund' })],
  },
  {
    id: 'default-allow',
    says: 'Under default "allow", a tool that is not listed may be called.',
    policy: { version: '1', default: 'allow' },
    steps: [passes({}, { name: 'refund' })],
  },
  {
    id: 'nothing-listed',
    says: 'The smallest policy denies every call.',
    policy: { version: '1', default: 'deny' },
    steps: [denied('/default')],
  },
  {
    id: 'hidden',
    says: '"hide" takes a tool out of the list and denies it, whatever the default.',
    policy: { version: '1', default: 'allow', hide: ['drop_table', 'refund'] },
    steps: [hidden('/hide/1', 'refund'), passes()],
  },
  {
    id: 'everything-hidden',
    says: '"*" in "hide" hides every tool.',
    policy: { version: '1', default: 'allow', hide: ['*'] },
    steps: [hidden('/hide/0', 'pay'), hidden('/hide/0', 'anything')],
  },
  {
    id: 'no-patterns-in-hide',
    says: 'Only "*" alone stands for every tool: "delete_*" hides a tool of exactly that name.',
    policy: { version: '1', default: 'allow', hide: ['delete_*'] },
    steps: [passes({}, { name: 'delete_file' }), hidden('/hide/0', 'delete_*')],
  },
  {
    id: 'hidden-and-listed',
    says: 'Hiding is stronger than a rule in "tools" (which the validator reports as a mistake).',
    policy: { version: '1', default: 'deny', hide: ['pay'], tools: { pay: {} } },
    steps: [hidden('/hide/0', 'pay')],
  },
  {
    id: 'always-denied',
    says: 'A "deny_if" without conditions always holds: the tool stays in the list, and every call is denied.',
    policy: paying({ deny_if: [{ conditions: [], on_deny: 'Ask a person.' }] }),
    steps: [denied('/tools/pay/deny_if/0'), denied('/tools/pay/deny_if/0', { amount: 1 })],
  },
  {
    id: 'nothing-required',
    says: 'A "require" without conditions always holds, so it requires nothing.',
    policy: paying({ require: [{ conditions: [] }] }),
    steps: [passes()],
  },
  {
    id: 'exact-names',
    says: 'Names are compared exactly: letter case and blanks count.',
    policy: paying({}),
    steps: [denied('/default', {}, { name: 'Pay' }), denied('/default', {}, { name: 'pay ' })],
  },
  {
    id: 'names-with-dots-and-slashes',
    says: 'Dots and slashes in the name of a tool are part of the name; in the pointer a slash is ~1 and a tilde ~0.',
    policy: {
      version: '1',
      default: 'deny',
      tools: { 'files/delete.all~now': { deny_if: [{ conditions: [] }] } },
    },
    steps: [denied('/tools/files~1delete.all~0now/deny_if/0', {}, { name: 'files/delete.all~now' })],
  },
  {
    id: 'names-that-javascript-knows',
    says: 'A tool called "constructor" or "__proto__" is listed only where the policy lists it.',
    policy: paying({}),
    steps: [denied('/default', {}, { name: 'constructor' }), denied('/default', {}, { name: '__proto__' })],
  },
];
