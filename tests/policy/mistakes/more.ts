import { AT, denyIf, framed, HERE, LIMIT, limit, type Row } from './mistake.ts';

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
