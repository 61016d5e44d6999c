import { AT, denyIf, framed, HERE, LIMIT, LIMIT_AT, limit, type Row, tool } from './mistake.ts';

export const FOREIGN: readonly Row[] = [
  [
    'action-key',
    tool(`{${HERE}"action": "deny"}`),
    '/tools/pay/action',
    /no action.*"conditions": \[\].*"hide"/,
  ],
  [
    'rate-limit-key',
    tool(`{${HERE}"rate_limit": "5/hour"}`),
    '/tools/pay/rate_limit',
    /"limits": \[\{"counter"/,
  ],
  [
    'loose-conditions',
    tool(`{${HERE}"conditions": []}`),
    '/tools/pay/conditions',
    /entry of "require" or "deny_if"/,
  ],
  ['reason-key', tool(`{${HERE}"reason": "no"}`), '/tools/pay/reason', /called "on_deny"/],
  ['loose-on-deny', tool(`{${HERE}"on_deny": "no"}`), '/tools/pay/on_deny', /belongs to an entry/],
  ['rules-key', tool(`{${HERE}"rules": []}`), '/tools/pay/rules', /no list of rules/],
  ['state-key', tool(`{${HERE}"state": {}}`), '/tools/pay/state', /counters are named in limits/],
  [
    'counts-amounts',
    limit(`{${LIMIT}, ${HERE}"increment_from": "args.amount"}`),
    `${LIMIT_AT}/increment_from`,
    /count calls, not amounts/,
  ],
  [
    'approval-key',
    tool(`{${HERE}"require_approval": true}`),
    '/tools/pay/require_approval',
    /cannot ask a person/,
  ],
  ['allow-list', framed(`${HERE}"allow": ["a"]`), '/allow', /each allowed tool in "tools"/],
  ['deny-list', framed(`${HERE}"deny": ["a"]`), '/deny', /"hide": \["name"\]/],
  ['client-config', framed(`${HERE}"mcpServers": {}`), '/mcpServers', /configuration of a client/],
  ['allow-if', tool(`{${HERE}"allow_if": []}`), '/tools/pay/allow_if', /called "require"/],
  [
    'all-tools-rule',
    framed(`"all_tools": {"limits": [{${LIMIT}}], ${HERE}"deny_if": []}`),
    '/all_tools/deny_if',
    /limits only/,
  ],
  [
    'logic-key',
    denyIf(`{"path": "args.x", "op": "eq", "value": 1, ${HERE}"not": true}`),
    `${AT}/not`,
    /several entries.*neq/,
  ],
];
