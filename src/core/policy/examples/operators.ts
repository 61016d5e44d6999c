import { DENIED, denied, type Example, passes, paying, REQUIRED, when } from './example.ts';

/** The eleven operators, and how conditions and entries go together. */
export const OPERATOR_EXAMPLES: readonly Example[] = [
  {
    id: 'eq',
    says: '"eq" holds for the same JSON value; numbers are compared by value.',
    policy: paying({ deny_if: when({ path: 'args.amount', op: 'eq', value: 100 }) }),
    steps: [denied(DENIED, { amount: 1e2 }), passes({ amount: 100.01 })],
  },
  {
    id: 'eq-text',
    says: '"eq" on a text compares every character, letter case included.',
    policy: paying({ deny_if: when({ path: 'args.mode', op: 'eq', value: 'delete' }) }),
    steps: [denied(DENIED, { mode: 'delete' }), passes({ mode: 'Delete' })],
  },
  {
    id: 'eq-object',
    says: '"eq" on objects compares every key, in whatever order they stand; on lists, every entry in its order.',
    policy: paying({ require: when({ path: 'args.to', op: 'eq', value: { bank: 'x', ids: [1, 2] } }) }),
    steps: [
      passes({ to: { ids: [1, 2], bank: 'x' } }),
      denied(REQUIRED, { to: { ids: [2, 1], bank: 'x' } }),
      denied(REQUIRED, { to: { ids: [1, 2], bank: 'x', more: true } }),
    ],
  },
  {
    id: 'neq',
    says: '"neq" holds for any other value of the same type.',
    policy: paying({ require: when({ path: 'args.branch', op: 'neq', value: 'main' }) }),
    steps: [passes({ branch: 'draft' }), denied(REQUIRED, { branch: 'main' })],
  },
  {
    id: 'gt',
    says: '"gt" holds above the number, not at it.',
    policy: paying({ deny_if: when({ path: 'args.amount', op: 'gt', value: 100 }) }),
    steps: [passes({ amount: 100 }), denied(DENIED, { amount: 100.01 }), passes({ amount: -5 })],
  },
  {
    id: 'gte',
    says: '"gte" holds at the number and above.',
    policy: paying({ deny_if: when({ path: 'args.amount', op: 'gte', value: 100 }) }),
    steps: [denied(DENIED, { amount: 100 }), passes({ amount: 99.99 })],
  },
  {
    id: 'lt',
    says: '"lt" holds below the number: here negative amounts are denied.',
    policy: paying({ deny_if: when({ path: 'args.amount', op: 'lt', value: 0 }) }),
    steps: [denied(DENIED, { amount: -1 }), passes({ amount: 0 })],
  },
  {
    id: 'lte',
    says: '"lte" in "require" caps an amount and demands that it is there.',
    policy: paying({ require: when({ path: 'args.amount', op: 'lte', value: 100 }) }),
    steps: [passes({ amount: 100 }), denied(REQUIRED, { amount: 101 }), denied(REQUIRED)],
  },
  {
    id: 'in',
    says: '"in" holds for each value of the list: a list of allowed recipients.',
    policy: paying({
      require: when({ path: 'args.to', op: 'in', value: ['ops@example.org', 'me@example.org'] }),
    }),
    steps: [passes({ to: 'me@example.org' }), denied(REQUIRED, { to: 'mе@example.org' }), denied(REQUIRED)],
  },
  {
    id: 'not-in',
    says: '"not_in" holds for values outside the list.',
    policy: paying({ require: when({ path: 'args.action', op: 'not_in', value: ['delete', 'purge'] }) }),
    steps: [passes({ action: 'list' }), denied(REQUIRED, { action: 'purge' }), denied(REQUIRED)],
  },
  {
    id: 'exists',
    says: '"exists" with true holds when the argument is there, whatever its value.',
    policy: paying({ deny_if: when({ path: 'args.force', op: 'exists', value: true }) }),
    steps: [denied(DENIED, { force: false }), passes()],
  },
  {
    id: 'exists-false',
    says: '"exists" with false holds when the argument is missing; it is the only condition that a missing one meets.',
    policy: paying({ deny_if: when({ path: 'args.reason', op: 'exists', value: false }) }),
    steps: [denied(DENIED), passes({ reason: 'duplicate' }), passes({ reason: '' })],
  },
  {
    id: 'regex',
    says: '"regex" looks for a match anywhere in the text; ^ and $ tie it to both ends.',
    policy: paying({
      require: when({ path: 'args.path', op: 'regex', value: '^/srv/data/' }),
      deny_if: when({ path: 'args.path', op: 'regex', value: '(^|/)\\.\\.(/|$)' }),
    }),
    steps: [
      passes({ path: '/srv/data/a..b' }),
      denied(REQUIRED, { path: '/etc/srv/data/' }),
      denied(DENIED, { path: '/srv/data/../../etc/passwd' }),
    ],
  },
  {
    id: 'regex-case',
    says: '(?i) at the front of an expression takes letter case away.',
    policy: paying({ deny_if: when({ path: 'args.sql', op: 'regex', value: '(?i)\\bdrop\\b' }) }),
    steps: [denied(DENIED, { sql: 'Drop TABLE users' }), passes({ sql: 'SELECT raindrop FROM weather' })],
  },
  {
    id: 'contains-text',
    says: '"contains" on a text looks for a part of it.',
    policy: paying({ deny_if: when({ path: 'args.path', op: 'contains', value: '..' }) }),
    steps: [denied(DENIED, { path: 'a/../b' }), passes({ path: 'a/b' })],
  },
  {
    id: 'contains-list',
    says: '"contains" on a list looks for an entry equal to the value.',
    policy: paying({ deny_if: when({ path: 'args.scopes', op: 'contains', value: 'admin' }) }),
    steps: [
      denied(DENIED, { scopes: ['read', 'admin'] }),
      passes({ scopes: ['administer'] }),
      passes({ scopes: [] }),
    ],
  },
  {
    id: 'nested-path',
    says: 'Dots descend into objects.',
    policy: paying({ deny_if: when({ path: 'args.payment.amount', op: 'gt', value: 100 }) }),
    steps: [denied(DENIED, { payment: { amount: 500 } }), passes({ payment: { amount: 50 } })],
  },
  {
    id: 'all-conditions',
    says: 'The conditions of one entry must all hold.',
    policy: paying({
      deny_if: when(
        { path: 'args.amount', op: 'gt', value: 100 },
        { path: 'args.currency', op: 'eq', value: 'EUR' },
      ),
    }),
    steps: [denied(DENIED, { amount: 500, currency: 'EUR' }), passes({ amount: 500, currency: 'JPY' })],
  },
  {
    id: 'any-denial',
    says: 'Of several entries in "deny_if" any one denies, and the first that does is told.',
    policy: paying({
      deny_if: [
        { conditions: [{ path: 'args.force', op: 'eq', value: true }] },
        { conditions: [{ path: 'args.amount', op: 'gt', value: 100 }] },
      ],
    }),
    steps: [
      denied('/tools/pay/deny_if/1', { force: false, amount: 500 }),
      denied(DENIED, { force: true, amount: 500 }),
      passes({ force: false, amount: 5 }),
    ],
  },
  {
    id: 'all-requirements',
    says: 'Of several entries in "require" every one must hold.',
    policy: paying({
      require: [
        { conditions: [{ path: 'args.dry_run', op: 'eq', value: true }] },
        { conditions: [{ path: 'args.amount', op: 'lte', value: 100 }] },
      ],
    }),
    steps: [
      passes({ dry_run: true, amount: 5 }),
      denied('/tools/pay/require/1', { dry_run: true, amount: 500 }),
      denied(REQUIRED, { amount: 5 }),
    ],
  },
  {
    id: 'require-before-deny',
    says: '"require" is asked before "deny_if"; a call passes when neither denies.',
    policy: paying({
      require: when({ path: 'args.to', op: 'exists', value: true }),
      deny_if: when({ path: 'args.amount', op: 'gt', value: 100 }),
    }),
    steps: [
      denied(REQUIRED, { amount: 500 }),
      denied(DENIED, { to: 'x', amount: 500 }),
      passes({ to: 'x', amount: 1 }),
    ],
  },
];
