/** Keys of other languages and what they become here. `within` names shapes by their `what`. */
interface ForeignKey {
  keys: readonly string[];
  within: readonly string[];
  code: string;
  message: string;
  instead: string;
}

const ANYWHERE = ['A policy', '"all_tools"', 'The rule of a tool', 'A rule', 'A condition', 'A limit'];
const RULES = ['The rule of a tool', 'A rule'];

export const FOREIGN_KEYS: readonly ForeignKey[] = [
  {
    keys: ['action', 'actions', 'effect', 'decision'],
    within: ANYWHERE,
    code: 'action-key',
    message: 'Version 1 has no action: what a rule does follows from where it stands.',
    instead:
      'To deny a tool: "deny_if": [{"conditions": []}]. To allow it: "tools": {"name": {}}. To take it out of the list: "hide": ["name"].',
  },
  {
    keys: ['rate_limit', 'rateLimit', 'rate_limits', 'rate', 'quota'],
    within: ANYWHERE,
    code: 'rate-limit-key',
    message: 'Version 1 writes rates as limits.',
    instead:
      '"limits": [{"counter": "calls", "window": "minute", "max": 30, "scope": "grant"}] at a tool or in "all_tools".',
  },
  {
    keys: ['conditions', 'condition', 'when', 'if'],
    within: ['A policy', '"all_tools"', 'The rule of a tool'],
    code: 'loose-conditions',
    message: 'Conditions stand in an entry of "require" or "deny_if".',
    instead:
      '"deny_if": [{"conditions": [{"path": "args.amount", "op": "gt", "value": 100}]}] denies when they hold, "require" unless they do.',
  },
  {
    keys: ['reason', 'message', 'msg', 'error', 'deny_message', 'description', 'comment'],
    within: RULES,
    code: 'reason-key',
    message: 'What the agent is told is called "on_deny", and stands beside the conditions it explains.',
    instead: '{"conditions": [], "on_deny": "Ask a person first."} in "deny_if" or "require".',
  },
  {
    keys: ['on_deny'],
    within: ['A policy', '"all_tools"', 'The rule of a tool', 'A condition', 'A limit'],
    code: 'loose-on-deny',
    message: '"on_deny" belongs to an entry of "require" or "deny_if".',
    instead: '"deny_if": [{"conditions": [], "on_deny": "Ask a person first."}]',
  },
  {
    keys: ['rules', 'rule'],
    within: ['A policy', 'The rule of a tool'],
    code: 'rules-key',
    message: 'Version 1 has no list of rules: a tool has "require", "deny_if" and "limits".',
    instead:
      '"tools": {"create_refund": {"deny_if": [{"conditions": [{"path": "args.amount", "op": "gt", "value": 100}]}]}}',
  },
  {
    keys: ['state', 'counters'],
    within: ANYWHERE,
    code: 'state-key',
    message: 'Version 1 keeps no state of its own: counters are named in limits.',
    instead: '"limits": [{"counter": "refunds", "window": "day", "max": 5, "scope": "grant"}]',
  },
  {
    keys: ['increment', 'increment_from', 'cost', 'weight', 'amount', 'spend_limit'],
    within: ANYWHERE,
    code: 'counts-amounts',
    message: 'Limits of version 1 count calls, not amounts.',
    instead:
      'Bound the amount of one call with "deny_if" ("op": "gt") and the number of calls with "limits".',
  },
  {
    keys: ['require_approval', 'approval', 'approval_timeout', 'ask', 'confirm', 'human_in_the_loop'],
    within: ANYWHERE,
    code: 'approval-key',
    message: 'Version 1 cannot ask a person.',
    instead: 'Deny and say so: "deny_if": [{"conditions": [], "on_deny": "A person must approve this."}].',
  },
  {
    keys: ['allow', 'allowed', 'allowed_tools', 'allowedTools', 'allow_list', 'permissions'],
    within: ['A policy'],
    code: 'allow-list',
    message: 'Version 1 has no list of allowed tools.',
    instead: '"default": "deny" and each allowed tool in "tools", as "name": {}.',
  },
  {
    keys: ['deny', 'denied', 'blocked', 'disabled_tools', 'disallowedTools', 'deny_list', 'block'],
    within: ['A policy'],
    code: 'deny-list',
    message: 'Version 1 has no list of denied tools.',
    instead: '"hide": ["name"], or in "tools": "name": {"deny_if": [{"conditions": []}]}.',
  },
  {
    keys: ['mcpServers', 'servers', 'server'],
    within: ['A policy'],
    code: 'client-config',
    message: 'This is the configuration of a client; a policy speaks of the tools of one server.',
    instead: '{"version": "1", "default": "deny", "tools": {"name": {}}}',
  },
  {
    keys: ['$schema', '$id', '$comment'],
    within: ['A policy'],
    code: 'schema-key',
    message: 'A policy names no schema, and an enforcement point may refuse a key it does not know.',
    instead: 'Leave it out, and bind the published schema to the file in the settings of your editor.',
  },
  {
    keys: ['allow_if', 'permit_if', 'allow_when'],
    within: ['The rule of a tool'],
    code: 'allow-if',
    message: 'What must hold for a call to pass is called "require".',
    instead: '"require": [{"conditions": [{"path": "args.dry_run", "op": "eq", "value": true}]}]',
  },
  {
    keys: ['require', 'deny_if', 'hide'],
    within: ['"all_tools"'],
    code: 'all-tools-rule',
    message: '"all_tools" holds limits only.',
    instead: 'Write the rule at each tool it is for, in "tools".',
  },
  {
    keys: ['not', 'negate', 'or', 'any', 'and', 'all'],
    within: ['A rule', 'A condition'],
    code: 'logic-key',
    message: 'Conditions of one entry must all hold; there is no other logic.',
    instead: 'For "or", write several entries in "deny_if"; for "not", use neq, not_in or exists with false.',
  },
];
