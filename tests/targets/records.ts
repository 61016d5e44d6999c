import type { Decision } from '../../src/core/recommend/decision-table.ts';
import type { PolicyRecord } from '../../src/core/targets/record.ts';

/** A record of this tool, with whatever else a test is about. */
export function recordFor(tool: string, decision: Decision, more: Partial<PolicyRecord> = {}): PolicyRecord {
  return {
    tool,
    decision,
    limit: decision === 'hide' ? null : { max: 3, window: 'hour' },
    argumentRules: { require: [], deny_if: [] },
    reason: 'a test asks for it',
    evidence: [],
    definitionHash: `sha256:${'0'.repeat(64)}`,
    router: false,
    ...more,
  };
}

/** One tool for each decision. */
export const FOUR: PolicyRecord[] = [
  recordFor('get_issue', 'allow'),
  recordFor('create_issue', 'ask'),
  recordFor('delete_file', 'deny'),
  recordFor('run_shell', 'hide'),
];

/** Names that a stranger may give a tool. */
export const HOSTILE_NAMES: string[] = [
  'say "hi"',
  "it's",
  'two\nlines',
  'tab\tand\rreturn',
  'back\\slash\\',
  '__proto__',
  'constructor',
  'toString',
  'a\u202eb\u200bc',
  'tag\u{E0041}',
  '天气',
  '*',
  'get_*',
  'a?b',
  'x'.repeat(300),
  'a.b/c:d',
  'x), Mcp(*:*',
  "'; rm -rf ~ #",
  '$(touch x)',
  '`id`',
  '$' + '{7*7}',
  '{{x}}',
  '<<',
  'yes',
  'null',
  '1e3',
  '12:30',
  '1_000',
  '010',
  '.inf',
  '~',
  '=',
  'on',
  '2026-01-01',
  '- x',
  '# x',
  '---',
  '!!js/function x',
  '&a',
  'key: value',
  ' lead',
  'trail ',
  '|',
  '\u0000',
  '\u007f',
  '\u0085',
  '\ud800',
  '1',
  'mcp_x',
  '',
];

/** Keys that a user, or somebody for them, may give a server. */
export const HOSTILE_KEYS: string[] = [
  ...HOSTILE_NAMES,
  'my-server',
  'a__b',
  'a_',
  '../../etc',
  'UPPER.case',
];
