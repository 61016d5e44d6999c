import { AT, denyIf, framed, HERE, LIMIT, limit, type Row, tool } from './mistake.ts';

const OVER = (bound: number): string => `{"path": "args.x", "op": "gt", "value": ${bound}}`;

export const MORE: readonly Row[] = [
  ['schema-key', framed(`"hide": ["a"], ${HERE}"$schema": "x"`), '/$schema', /settings of your editor/],
  ['unknown-default', framed('"hide": ["a"]', `${HERE}"dney"`), '/default', /Write "deny"\./],
  ['unknown-tool', framed(`"tools": {${HERE}"lsit_users": {}}`), '/tools/lsit_users', /"list_users"/],
  [
    'regex-too-large',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"(?:a{300}){2}b{600}"}`),
    `${AT}/value`,
    /compiles to 12\d\d instructions/,
  ],
  [
    'regex-never-matches',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"/etc^"}`),
    `${AT}/value`,
    /before "\^".*Begin with "\^" and end with "\$"/,
  ],
  [
    'regex-never-matches',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"[^\\\\s\\\\S]"}`),
    `${AT}/value`,
    /a class has no member/,
  ],
  [
    'counter-two-maxima',
    framed(
      `"tools": {"a": {"limits": [{${LIMIT}}]}, "b": {"limits": [{"counter": "c", "window": "hour", "max": ${HERE}7, "scope": "grant"}]}}`,
    ),
    '/tools/b/limits/0/max',
    /one count with \/tools\/a\/limits\/0, which stops at 5, and this at 7.*Write 5 at both.*"c_2"/,
  ],
  [
    'denial-covered',
    tool(`{"deny_if": [{"conditions": [${OVER(100)}]}, ${HERE}{"conditions": [${OVER(1000)}]}]}`),
    '/tools/pay/deny_if/1',
    /nothing that \/tools\/pay\/deny_if\/0 does not deny: args\.x gt 100/,
  ],
  [
    'denial-covered',
    tool(
      `{"deny_if": [${HERE}{"conditions": [{"path": "args.x", "op": "eq", "value": "a"}, {"path": "args.y", "op": "eq", "value": 1}]}, {"conditions": [{"path": "args.x", "op": "in", "value": ["b", "a"]}]}]}`,
    ),
    '/tools/pay/deny_if/0',
    /nothing that \/tools\/pay\/deny_if\/1/,
  ],
  [
    'limit-never-reached',
    limit(`{${LIMIT}},\n{"counter": "d", "window": "hour", "max": ${HERE}5, "scope": "grant"}`),
    '/tools/pay/limits/1/max',
    /5 an hour of \/tools\/pay\/limits\/0 comes first/,
  ],
  [
    'limit-never-reached',
    framed(
      `"all_tools": {"limits": [{${LIMIT}}]}, "tools": {"pay": {"limits": [{"counter": "d", "window": "hour", "max": ${HERE}6, "scope": "grant"}]}}`,
    ),
    '/tools/pay/limits/0/max',
    /\/all_tools\/limits\/0 comes first/,
  ],
];
