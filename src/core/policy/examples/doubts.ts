import { DENIED, denied, type Example, passes, paying, REQUIRED, when } from './example.ts';

const OVER_100 = paying({ deny_if: when({ path: 'args.amount', op: 'gt', value: 100 }) });

/** Calls that a rule did not foresee: what is missing, and what cannot be decided. */
export const DOUBT_EXAMPLES: readonly Example[] = [
  {
    id: 'missing-in-deny-if',
    says: 'A missing argument fails the condition, so "deny_if" does not deny; use "require" where it must be there.',
    policy: OVER_100,
    steps: [passes(), passes({ total: 500 })],
  },
  {
    id: 'key-in-other-letters',
    says: 'A tool may read a key without regard to the case of its letters, so a twin of a judged key is denied.',
    policy: OVER_100,
    steps: [
      denied(DENIED, { Amount: 500 }),
      denied(DENIED, { amount: 5, AMOUNT: 500 }),
      passes({ amount: 5, total: 500 }),
    ],
  },
  {
    id: 'missing-in-require',
    says: 'A missing argument fails the condition, so "require" denies.',
    policy: paying({ require: when({ path: 'args.dry_run', op: 'eq', value: true }) }),
    steps: [denied(REQUIRED), denied(REQUIRED, { dryRun: true })],
  },
  {
    id: 'missing-and-neq',
    says: 'A missing argument fails "neq" and "not_in" too: write an allow-list as "require" with "in".',
    policy: paying({ deny_if: when({ path: 'args.to', op: 'neq', value: 'me' }) }),
    steps: [passes(), denied(DENIED, { to: 'you' })],
  },
  {
    id: 'number-as-text',
    says: 'A text is no number, and the tool may read it as one: what cannot be compared is denied.',
    policy: OVER_100,
    steps: [denied(DENIED, { amount: '1e9' }), denied(DENIED, { amount: '5' })],
  },
  {
    id: 'number-in-a-list',
    says: 'Neither is a list, an object, true or null.',
    policy: OVER_100,
    steps: [
      denied(DENIED, { amount: [5] }),
      denied(DENIED, { amount: { value: 5 } }),
      denied(DENIED, { amount: true }),
      denied(DENIED, { amount: null }),
    ],
  },
  {
    id: 'undecided-in-require',
    says: 'In "require" too, what cannot be compared is denied.',
    policy: paying({ require: when({ path: 'args.amount', op: 'lte', value: 100 }) }),
    steps: [denied(REQUIRED, { amount: '5' }), passes({ amount: 5 })],
  },
  {
    id: 'true-as-text',
    says: 'Values of different types are not called different, because tools read "true" and 1 as true.',
    policy: paying({ deny_if: when({ path: 'args.force', op: 'eq', value: true }) }),
    steps: [
      denied(DENIED, { force: true }),
      denied(DENIED, { force: 'true' }),
      denied(DENIED, { force: 1 }),
      passes({ force: false }),
    ],
  },
  {
    id: 'other-type-and-neq',
    says: 'The same doubt denies in a "require" with "neq".',
    policy: paying({ require: when({ path: 'args.level', op: 'neq', value: 5 }) }),
    steps: [denied(REQUIRED, { level: '5' }), passes({ level: 4 })],
  },
  {
    id: 'in-with-other-types',
    says: 'A value of a type that the list does not have is undecided; entries of other types do not count.',
    policy: paying({ deny_if: when({ path: 'args.id', op: 'in', value: ['root', 0] }) }),
    steps: [passes({ id: 'guest' }), passes({ id: 7 }), denied(DENIED, { id: ['root'] })],
  },
  {
    id: 'null-is-told-apart',
    says: 'Asked for null, "eq" is sure: only null is null.',
    policy: paying({ deny_if: when({ path: 'args.parent', op: 'eq', value: null }) }),
    steps: [denied(DENIED, { parent: null }), passes({ parent: 'x' }), passes()],
  },
  {
    id: 'null-exists',
    says: 'Null is there and is nothing, so "exists" cannot be decided and denies either way.',
    policy: paying({
      deny_if: [
        { conditions: [{ path: 'args.bcc', op: 'exists', value: true }] },
        { conditions: [{ path: 'args.to', op: 'exists', value: false }] },
      ],
    }),
    steps: [
      denied(DENIED, { bcc: null, to: 'x' }),
      denied('/tools/pay/deny_if/1', { to: null }),
      passes({ to: 'x' }),
    ],
  },
  {
    id: 'path-through-a-list',
    says: 'A path that leads through a list or a text is undecided: the amounts could be in there.',
    policy: paying({ deny_if: when({ path: 'args.items.amount', op: 'gt', value: 100 }) }),
    steps: [
      denied(DENIED, { items: [{ amount: 500 }] }),
      denied(DENIED, { items: '{"amount": 500}' }),
      passes({ items: {} }),
    ],
  },
  {
    id: 'key-with-a-dot',
    says: 'A key that holds a dot cannot be named: the path descends at every dot.',
    policy: paying({ require: when({ path: 'args.a.b', op: 'eq', value: 1 }) }),
    steps: [denied(REQUIRED, { 'a.b': 1 }), passes({ a: { b: 1 } })],
  },
  {
    id: 'keys-that-javascript-knows',
    says: 'Only keys of the call itself count, not what JavaScript lends every object.',
    policy: paying({ deny_if: when({ path: 'args.constructor.name', op: 'eq', value: 'Object' }) }),
    steps: [passes(), denied(DENIED, { constructor: { name: 'Object' } })],
  },
  {
    id: 'contains-in-a-list-of-objects',
    says: '"contains" on a list is undecided where an entry has another type.',
    policy: paying({ deny_if: when({ path: 'args.to', op: 'contains', value: 'boss@example.org' }) }),
    steps: [denied(DENIED, { to: [{ email: 'boss@example.org' }] }), passes({ to: ['me@example.org'] })],
  },
  {
    id: 'regex-on-no-text',
    says: '"regex" on anything but a text is undecided.',
    policy: paying({ deny_if: when({ path: 'args.path', op: 'regex', value: '^/etc' }) }),
    steps: [denied(DENIED, { path: ['/etc'] }), passes({ path: '/tmp' })],
  },
  {
    id: 'digits-lost',
    says: 'Whole numbers beyond 2^53 have lost digits on their way, so "eq" cannot be decided.',
    policy: paying({ require: when({ path: 'args.account', op: 'neq', value: 7 }) }),
    steps: [denied(REQUIRED, { account: 1e300 }), passes({ account: 8 })],
  },
  {
    id: 'one-sure-condition',
    says: 'An entry that is surely not met by one condition does not deny, however doubtful the others.',
    policy: paying({
      deny_if: when(
        { path: 'args.amount', op: 'gt', value: 100 },
        { path: 'args.currency', op: 'eq', value: 'EUR' },
      ),
    }),
    steps: [passes({ amount: '500', currency: 'JPY' }), denied(DENIED, { amount: '500', currency: 'EUR' })],
  },
];
