import { denied, type Example, hidden, limit, passes, paying, when } from './example.ts';

const PER_MINUTE = '/tools/pay/limits/0';

/** How often tools may be called. */
export const LIMIT_EXAMPLES: readonly Example[] = [
  {
    id: 'thirty-a-minute',
    says: 'Thirty calls pass, the thirty-first of the same minute is denied, and so is every other tool.',
    policy: {
      version: '1',
      default: 'deny',
      tools: { track_event: { limits: [limit('track_event_rate', 30, 'minute')] } },
    },
    steps: [
      passes({}, { name: 'track_event', times: 30 }),
      denied('/tools/track_event/limits/0', {}, { name: 'track_event' }),
      denied('/default', {}, { name: 'track_login' }),
      passes({}, { name: 'track_event', at: '2026-03-01T12:01:00Z' }),
    ],
  },
  {
    id: 'fixed-minutes',
    says: 'Windows are fixed: a minute begins at :00 in UTC, however late in it the first call came.',
    policy: paying({ limits: [limit('pay', 1, 'minute')] }),
    steps: [
      passes({}, { at: '2026-03-01T12:00:59.999Z' }),
      passes({}, { at: '2026-03-01T12:01:00.000Z' }),
      denied(PER_MINUTE, {}, { at: '2026-03-01T12:01:59.999Z' }),
    ],
  },
  {
    id: 'fixed-hours',
    says: 'An hour begins at :00:00.',
    policy: paying({ limits: [limit('pay', 1, 'hour')] }),
    steps: [
      passes({}, { at: '2026-03-01T12:10:00Z' }),
      denied(PER_MINUTE, {}, { at: '2026-03-01T12:59:59Z' }),
      passes({}, { at: '2026-03-01T13:00:00Z' }),
    ],
  },
  {
    id: 'fixed-days',
    says: 'A day begins at midnight in UTC, leap days too.',
    policy: paying({ limits: [limit('pay', 1, 'day')] }),
    steps: [
      passes({}, { at: '2028-02-28T23:59:59Z' }),
      passes({}, { at: '2028-02-29T00:00:00Z' }),
      denied(PER_MINUTE, {}, { at: '2028-02-29T23:59:59Z' }),
      passes({}, { at: '2028-03-01T00:00:00Z' }),
    ],
  },
  {
    id: 'denied-calls-do-not-count',
    says: 'Only calls that pass are counted.',
    policy: paying({
      deny_if: when({ path: 'args.amount', op: 'gt', value: 100 }),
      limits: [limit('pay', 1, 'hour')],
    }),
    steps: [
      denied('/tools/pay/deny_if/0', { amount: 500 }, { times: 9 }),
      passes({ amount: 5 }),
      denied(PER_MINUTE),
    ],
  },
  {
    id: 'two-windows',
    says: 'Of several limits all must have room: two a minute, three an hour.',
    policy: paying({ limits: [limit('pay_per_minute', 2, 'minute'), limit('pay_per_hour', 3, 'hour')] }),
    steps: [
      passes({}, { times: 2 }),
      denied(PER_MINUTE),
      passes({}, { at: '2026-03-01T12:01:00Z' }),
      denied('/tools/pay/limits/1', {}, { at: '2026-03-01T12:01:00Z' }),
    ],
  },
  {
    id: 'all-or-none',
    says: 'A call that one limit refuses is counted by none: a refusal by the minute costs nothing of the day.',
    policy: paying({ limits: [limit('pay_per_day', 3, 'day'), limit('pay_per_minute', 1, 'minute')] }),
    steps: [
      passes(),
      denied('/tools/pay/limits/1', {}, { times: 20 }),
      passes({}, { at: '2026-03-01T12:01:00Z' }),
      passes({}, { at: '2026-03-01T12:02:00Z' }),
      denied('/tools/pay/limits/0', {}, { at: '2026-03-01T12:03:00Z' }),
    ],
  },
  {
    id: 'all-tools',
    says: '"all_tools" counts the calls of every tool, and is asked before the limits of the tool.',
    policy: {
      version: '1',
      default: 'allow',
      all_tools: { limits: [limit('calls', 3, 'day')] },
      tools: { pay: { limits: [limit('pay', 2, 'day')] } },
    },
    steps: [
      passes({}, { times: 2 }),
      denied('/tools/pay/limits/0'),
      passes({}, { name: 'list' }),
      denied('/all_tools/limits/0', {}, { name: 'list' }),
      denied('/all_tools/limits/0'),
    ],
  },
  {
    id: 'shared-counter',
    says: 'Limits that name one counter share it: three calls an hour for two tools together.',
    policy: {
      version: '1',
      default: 'deny',
      tools: {
        pay: { limits: [limit('money', 3, 'hour')] },
        refund: { limits: [limit('money', 3, 'hour')] },
      },
    },
    steps: [
      passes({}, { times: 2 }),
      passes({}, { name: 'refund' }),
      denied('/tools/refund/limits/0', {}, { name: 'refund' }),
      denied(PER_MINUTE),
    ],
  },
  {
    id: 'shared-counter-counts-once',
    says: 'A call counts once in a counter, even where "all_tools" and the tool both name it.',
    policy: {
      version: '1',
      default: 'deny',
      all_tools: { limits: [limit('calls', 4, 'hour')] },
      tools: { pay: { limits: [limit('calls', 2, 'hour')] }, list: {} },
    },
    steps: [passes({}, { times: 2 }), denied(PER_MINUTE), passes({}, { name: 'list', times: 2 })],
  },
  {
    id: 'own-counters',
    says: 'Tools with counters of their own do not take from each other.',
    policy: {
      version: '1',
      default: 'deny',
      tools: { pay: { limits: [limit('pay', 1, 'hour')] }, refund: { limits: [limit('refund', 1, 'hour')] } },
    },
    steps: [passes(), passes({}, { name: 'refund' }), denied(PER_MINUTE)],
  },
  {
    id: 'clock-goes-back',
    says: 'A clock that goes back stays in the window already begun: it never refills one.',
    policy: paying({ limits: [limit('pay', 1, 'minute')] }),
    steps: [
      passes({}, { at: '2026-03-01T12:05:00Z' }),
      denied(PER_MINUTE, {}, { at: '2026-03-01T12:04:00Z' }),
      denied(PER_MINUTE, {}, { at: '2026-03-01T12:05:30Z' }),
      passes({}, { at: '2026-03-01T12:06:00Z' }),
    ],
  },
  {
    id: 'amounts-are-not-counted',
    says: 'Limits count calls, never amounts: no argument makes a call count for less or gives calls back.',
    policy: paying({ limits: [limit('pay', 2, 'hour')] }),
    steps: [passes({ amount: -100 }), passes({ amount: 0.01 }), denied(PER_MINUTE, { amount: -100 })],
  },
  {
    id: 'hidden-calls-do-not-count',
    says: 'Calls of hidden and of unlisted tools are not counted.',
    policy: {
      version: '1',
      default: 'deny',
      hide: ['drop'],
      all_tools: { limits: [limit('calls', 1, 'day')] },
      tools: { pay: {} },
    },
    steps: [
      hidden('/hide/0', 'drop'),
      denied('/default', {}, { name: 'x' }),
      passes(),
      denied('/all_tools/limits/0'),
    ],
  },
];
