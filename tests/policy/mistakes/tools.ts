import { HERE, LIMIT, type Row, tool } from './mistake.ts';

export const TOOLS: readonly Row[] = [
  ['tool-no-object', tool(`${HERE}[]`), '/tools/pay', /object, and this is a list/],
  ['tool-denied-by-word', tool(`${HERE}"deny"`), '/tools/pay', /"deny_if": \[\{"conditions": \[\]\}\]/],
  ['tool-denied-by-word', tool(`${HERE}false`), '/tools/pay', /"hide"/],
  ['tool-allowed-by-word', tool(`${HERE}true`), '/tools/pay', /write \{\}/],
  ['tool-asks', tool(`${HERE}"ask"`), '/tools/pay', /cannot ask/],
  [
    'require-no-list',
    tool(`{"require": ${HERE}{"conditions": []}}`),
    '/tools/pay/require',
    /is a list, and this is an object/,
  ],
  ['deny-if-no-list', tool(`{"deny_if": ${HERE}true}`), '/tools/pay/deny_if', /is a list, and this is true/],
  ['empty-rules', tool(`{"deny_if": ${HERE}[]}`), '/tools/pay/deny_if', /does nothing/],
  ['rule-no-object', tool(`{"deny_if": [${HERE}"args.x"]}`), '/tools/pay/deny_if/0', /A rule is an object/],
  [
    'no-conditions',
    tool(`{"deny_if": [${HERE}{}]}`),
    '/tools/pay/deny_if/0',
    /no conditions.*\[\] denies every/,
  ],
  [
    'conditions-no-list',
    tool(`{"deny_if": [{"conditions": ${HERE}{}}]}`),
    '/tools/pay/deny_if/0/conditions',
    /is a list/,
  ],
  [
    'requires-nothing',
    tool(`{"require": [{"conditions": ${HERE}[]}]}`),
    '/tools/pay/require/0/conditions',
    /always holds/,
  ],
  [
    'on-deny-no-text',
    tool(`{"deny_if": [{"conditions": [], "on_deny": ${HERE}1}]}`),
    '/tools/pay/deny_if/0/on_deny',
    /is a text/,
  ],
  [
    'on-deny-empty',
    tool(`{"deny_if": [{"conditions": [], "on_deny": ${HERE}" "}]}`),
    '/tools/pay/deny_if/0/on_deny',
    /tells the agent nothing/,
  ],
  [
    'denies-always',
    tool(`{"deny_if": [${HERE}{"conditions": []}], "limits": [{${LIMIT}}]}`),
    '/tools/pay/deny_if/0',
    /"limits" never matter/,
  ],
  [
    'requires-clash',
    tool(
      `{"require": ${HERE}[{"conditions": [{"path": "args.x", "op": "eq", "value": 1}]}, {"conditions": [{"path": "args.x", "op": "eq", "value": 2}]}]}`,
    ),
    '/tools/pay/require',
    /args\.x eq 1 and args\.x eq 2.*one entry with "in"/,
  ],
  [
    'denies-required',
    tool(
      `{"require": [{"conditions": [{"path": "args.x", "op": "eq", "value": 1}]}], "deny_if": [${HERE}{"conditions": [{"path": "args.x", "op": "eq", "value": 1}]}]}`,
    ),
    '/tools/pay/deny_if/0',
    /every call is denied/,
  ],
  [
    'rule-twice',
    tool(
      `{"deny_if": [{"conditions": [{"path": "args.x", "op": "eq", "value": 1}]}, ${HERE}{"conditions": [{"path": "args.x", "op": "eq", "value": 1}]}]}`,
    ),
    '/tools/pay/deny_if/1',
    /the same as \/tools\/pay\/deny_if\/0/,
  ],
];
