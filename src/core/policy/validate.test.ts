import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Policy } from './policy.ts';
import { validatePolicy } from './validate.ts';
import { FOREIGN_KEYS } from './validation/foreign-keys.ts';

/** Marks where a problem is told. */
const HERE = '‸';

const LIMIT = '"counter": "c", "window": "hour", "max": 5, "scope": "grant"';

/** A whole policy around what stands beside version and default, on lines of its own. */
function framed(part: string, fallback = '"deny"'): string {
  return `{\n  "version": "1",\n  "default": ${fallback},\n  ${part}\n}\n`;
}

function tool(rule: string): string {
  return framed(`"tools": {\n    "pay": ${rule}\n  }`);
}

function denyIf(condition: string): string {
  return tool(`{"deny_if": [{"conditions": [\n${condition}\n]}]}`);
}

function limit(text: string): string {
  return tool(`{"limits": [\n${text}\n]}`);
}

type Row = readonly [code: string, text: string, pointer: string, words: RegExp];

const AT = '/tools/pay/deny_if/0/conditions/0';
const LIMIT_AT = '/tools/pay/limits/0';

const SYNTAX: readonly Row[] = [
  ['empty-text', `${HERE}  \n`, '', /no policy here.*"default": "deny"/],
  ['byte-order-mark', `${HERE}\uFEFF{}`, '', /byte order mark.*UTF-8/],
  ['yaml', `${HERE}version: "1"\ndefault: deny\n`, '', /YAML.*Write JSON/],
  ['too-deep', `${'['.repeat(64)}${HERE}[`, '', /64 deep.*seven/],
  ['comment', framed(`"hide": ["a"] ${HERE}// not this one`), '', /no comments.*on_deny/],
  ['trailing-comma', framed(`"hide": ["a"${HERE},]`), '', /comma stands after the last.*out/],
  ['missing-comma', framed(`"hide": ["a"] ${HERE}"tools": {}`), '', /comma is missing/],
  ['missing-colon', framed(`"hide" ${HERE}["a"]`), '', /colon is missing/],
  ['not-closed', `{"version": "1", "default": "allow"${HERE}`, '', /not closed.*missing }/],
  ['text-not-closed', framed(`"hide": [${HERE}"a]`), '', /quotation mark that ends/],
  ['more-text', `${framed('"hide": ["a"]')}${HERE}}`, '', /behind the policy/],
  ['bad-escape', framed(`"hide": [${HERE}"\\d"]`), '', /backslash twice/],
  ['control-character', framed(`"hide": [${HERE}"a\u0001"]`), '', /escape/],
  ['bad-number', framed(`"hide": [${HERE}+1]`), '', /no plus/],
  ['bad-number', framed(`"hide": [${HERE}01]`), '', /without the zero/],
  ['bad-number', framed(`"hide": [${HERE}1.]`), '', /digits after the dot/],
  ['wrong-quotes', framed(`"hide": [${HERE}'a']`), '', /straight double/],
  ['wrong-quotes', framed(`"hide": [${HERE}“a”]`), '', /straight double/],
  ['bad-word', framed(`"hide": ${HERE}None`), '', /true, false or null/],
  ['unquoted-key', framed(`${HERE}hide: ["a"]`), '', /Write "hide"/],
  ['unquoted-text', framed(`"hide": [${HERE}drop_table]`), '', /quotation marks.*"text"/],
  ['missing-key', framed(`"hide": ["a"], ${HERE}1: 2`), '', /key in quotation marks/],
  ['missing-value-text', framed(`"hide": ${HERE}, "tools": {}`), '', /value is missing/],
  [
    'duplicate-key',
    framed(`"hide": ["a"],\n  ${HERE}"hide": ["b"]`),
    '/hide',
    /"hide" stands here twice.*once/,
  ],
  ['duplicate-key', tool(`{},\n    ${HERE}"pay": {}`), '/tools/pay', /"pay" stands here twice/],
];

const HEAD: readonly Row[] = [
  ['policy-no-object', `${HERE}[{}]`, '', /is an object, and this is a list/],
  ['no-version', `${HERE}{"default": "deny", "hide": ["a"]}`, '', /Write "version": "1"/],
  [
    'version-number',
    `{"version": ${HERE}1, "default": "deny", "hide": ["a"]}`,
    '/version',
    /number.*Write "1"/,
  ],
  [
    'unknown-version',
    `{"version": ${HERE}"2", "default": "deny", "hide": ["a"]}`,
    '/version',
    /"2".*only version/,
  ],
  ['no-default', `${HERE}{"version": "1", "hide": ["a"]}`, '', /does not name.*"deny".*"allow"/],
  ['default-asks', framed('"hide": ["a"]', `${HERE}"require_approval"`), '/default', /cannot ask.*"deny"/],
  ['unknown-default', framed('"hide": ["a"]', `${HERE}"alow"`), '/default', /"alow".*Write "allow"/],
  ['unknown-default', framed('"hide": ["a"]', `${HERE}true`), '/default', /this is true.*"deny" to deny/],
  ['allows-nothing', `{"version": "1", "default": ${HERE}"deny"}`, '/default', /denies every call.*"tools"/],
  ['unknown-key', framed(`${HERE}"tool": {}`), '/tool', /no key "tool".*Write "tools"/],
  ['unknown-key', framed(`${HERE}"AllTools": {}`), '/AllTools', /Write "all_tools"/],
  ['unknown-key', framed(`${HERE}"zebra": 1`), '/zebra', /knows "version"/],
  ['all-tools-no-object', framed(`"all_tools": ${HERE}[]`), '/all_tools', /object.*"limits"/],
  ['all-tools-without-limits', framed(`"all_tools": ${HERE}{}`), '/all_tools', /no limits/],
  ['tools-no-object', framed(`"tools": ${HERE}["a"]`), '/tools', /object, and this is a list/],
  ['does-nothing', framed(`"tools": {"a": ${HERE}{}}`, '"allow"'), '/tools/a', /allows the tool anyway/],
];

const FOREIGN: readonly Row[] = [
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

const NAMES: readonly Row[] = [
  ['hide-no-list', framed(`"hide": ${HERE}"a"`), '/hide', /is a list.*\["delete_file"\]/],
  ['hide-no-text', framed(`"hide": [${HERE}1]`), '/hide/0', /the number 1/],
  ['hide-empty', framed(`"hide": [${HERE}""]`), '/hide/0', /empty/],
  ['hidden-twice', framed(`"hide": ["a", ${HERE}"a"]`), '/hide/1', /twice/],
  ['hides-all-and-more', framed(`"hide": ${HERE}["*", "a"]`), '/hide', /every tool.*\["\*"\]/],
  ['hides-all-and-lists', framed(`"hide": [${HERE}"*"], "tools": {"a": {}}`), '/hide/0', /ever reached/],
  [
    'hidden-and-listed',
    framed(`"hide": [${HERE}"a"], "tools": {"a": {}}`),
    '/hide/0',
    /hidden here and has a rule/,
  ],
  ['hide-pattern', framed(`"hide": [${HERE}"delete_*"]`), '/hide/0', /only "\*" alone/],
  ['tool-pattern', framed(`"tools": {${HERE}"*": {}}`), '/tools/*', /not as a pattern.*"default"/],
  ['empty-name', framed(`"tools": {${HERE}"": {}}`), '/tools/', /name of this tool is empty/],
  ['odd-name', framed(`"tools": {" a": ${HERE}{}}`), '/tools/ a', /compared exactly/],
  [
    'unknown-tool',
    framed(`"tools": {${HERE}"list_user": {}}`),
    '/tools/list_user',
    /no tool "list_user".*"list_users"/,
  ],
  ['unknown-tool', framed(`"hide": [${HERE}"nothing_like_it"]`), '/hide/0', /as the server lists it/],
];

const TOOLS: readonly Row[] = [
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

const CONDITIONS: readonly Row[] = [
  ['condition-no-object', denyIf(`${HERE}"args.x"`), AT, /A condition is an object/],
  ['no-path', denyIf(`${HERE}{"op": "eq", "value": 1}`), AT, /no "path"/],
  ['no-op', denyIf(`${HERE}{"path": "args.x", "value": 1}`), AT, /no "op"/],
  ['no-value', denyIf(`${HERE}{"path": "args.x", "op": "eq"}`), AT, /no "value"/],
  ['path-no-text', denyIf(`{"path": ${HERE}["x"], "op": "eq", "value": 1}`), `${AT}/path`, /is a text/],
  [
    'path-without-args',
    denyIf(`{"path": ${HERE}"arguments.x", "op": "eq", "value": 1}`),
    `${AT}/path`,
    /"args\.x"/,
  ],
  [
    'path-without-args',
    denyIf(`{"path": ${HERE}"$.amount", "op": "eq", "value": 1}`),
    `${AT}/path`,
    /"args\.amount"/,
  ],
  [
    'path-to-state',
    denyIf(`{"path": ${HERE}"state.pay.c", "op": "lte", "value": 1}`),
    `${AT}/path`,
    /no state/,
  ],
  [
    'path-empty-part',
    denyIf(`{"path": ${HERE}"args..x", "op": "eq", "value": 1}`),
    `${AT}/path`,
    /after each dot/,
  ],
  [
    'path-wildcard',
    denyIf(`{"path": ${HERE}"args.*", "op": "eq", "value": 1}`),
    `${AT}/path`,
    /no wildcards/,
  ],
  [
    'path-into-list',
    denyIf(`{"path": ${HERE}"args.to.0", "op": "eq", "value": "x"}`),
    `${AT}/path`,
    /not into lists/,
  ],
  ['unknown-op', denyIf(`{"path": "args.x", "op": ${HERE}"==", "value": 1}`), `${AT}/op`, /Write "eq"/],
  ['unknown-op', denyIf(`{"path": "args.x", "op": ${HERE}"starts_with", "value": "a"}`), `${AT}/op`, /"\^…"/],
  [
    'unknown-op',
    denyIf(`{"path": "args.x", "op": ${HERE}"notIn", "value": [1]}`),
    `${AT}/op`,
    /Write "not_in"/,
  ],
  [
    'missing-passes',
    denyIf(`{"path": "args.x", "op": ${HERE}"not_in", "value": ["a"]}`),
    `${AT}/op`,
    /without args\.x passes.*"require" with "in"/,
  ],
  [
    'number-as-text',
    denyIf(`{"path": "args.x", "op": "gt", "value": ${HERE}"100"}`),
    `${AT}/value`,
    /Write 100, without/,
  ],
  [
    'compares-no-number',
    denyIf(`{"path": "args.x", "op": "lt", "value": ${HERE}null}`),
    `${AT}/value`,
    /this is null/,
  ],
  [
    'in-no-list',
    denyIf(`{"path": "args.x", "op": "in", "value": ${HERE}"a"}`),
    `${AT}/value`,
    /Write \["a"\]/,
  ],
  [
    'in-empty',
    denyIf(`{"path": "args.x", "op": "in", "value": ${HERE}[]}`),
    `${AT}/value`,
    /nothing is ever in it/,
  ],
  [
    'in-twice',
    denyIf(`{"path": "args.x", "op": "in", "value": ["a", ${HERE}"a"]}`),
    `${AT}/value/1`,
    /twice/,
  ],
  [
    'exists-no-boolean',
    denyIf(`{"path": "args.x", "op": "exists", "value": ${HERE}"yes"}`),
    `${AT}/value`,
    /true or false/,
  ],
  [
    'eq-list',
    denyIf(`{"path": "args.x", "op": "eq", "value": ${HERE}["a", "b"]}`),
    `${AT}/value`,
    /Use "in"/,
  ],
  [
    'inexact-number',
    denyIf(`{"path": "args.x", "op": "eq", "value": ${HERE}9007199254740993}`),
    `${AT}/value`,
    /9007199254740991/,
  ],
  [
    'contains-nothing',
    denyIf(`{"path": "args.x", "op": "contains", "value": ${HERE}""}`),
    `${AT}/value`,
    /empty text/,
  ],
  [
    'regex-no-text',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}5}`),
    `${AT}/value`,
    /the number 5/,
  ],
  [
    'regex-empty',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}""}`),
    `${AT}/value`,
    /matches every text/,
  ],
  [
    'regex-invalid',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"["}`),
    `${AT}/value`,
    /missing closing.*Escape/,
  ],
  [
    'regex-outside-engine',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"^(?!admin)"}`),
    `${AT}/value`,
    /linear time.*two conditions/,
  ],
  [
    'regex-outside-engine',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"(a)\\\\1"}`),
    `${AT}/value`,
    /back-references/,
  ],
  [
    'regex-too-large',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"(?:(?:a{30}){30}){30}"}`),
    `${AT}/value`,
    /too large/,
  ],
  [
    'regex-slashes',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"/^a$/i"}`),
    `${AT}/value`,
    /"\(\?i\)\^a\$"/,
  ],
  [
    'regex-glob',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"*.pdf"}`),
    `${AT}/value`,
    /file pattern/,
  ],
  [
    'regex-glob',
    denyIf(`{"path": "args.x", "op": "regex", "value": ${HERE}"/etc/*"}`),
    `${AT}/value`,
    /file pattern/,
  ],
  [
    'never-holds',
    tool(
      `{"deny_if": [{"conditions": ${HERE}[{"path": "args.x", "op": "gt", "value": 10}, {"path": "args.x", "op": "lt", "value": 5}]}]}`,
    ),
    '/tools/pay/deny_if/0/conditions',
    /args\.x gt 10 and args\.x lt 5.*denies nothing.*one entry/,
  ],
  [
    'idle-condition',
    tool(
      `{"deny_if": [{"conditions": [{"path": "args.x", "op": "gt", "value": 10}, ${HERE}{"path": "args.x", "op": "gt", "value": 5}]}]}`,
    ),
    '/tools/pay/deny_if/0/conditions/1',
    /args\.x gt 5 adds nothing beside args\.x gt 10/,
  ],
];

const LIMITS: readonly Row[] = [
  ['limits-no-list', tool(`{"limits": ${HERE}{${LIMIT}}}`), '/tools/pay/limits', /is a list/],
  ['no-limits', tool(`{"limits": ${HERE}[]}`), '/tools/pay/limits', /does nothing/],
  ['limit-no-object', limit(`${HERE}"5/hour"`), LIMIT_AT, /A limit is an object.*"counter"/],
  ['no-counter', limit(`${HERE}{"window": "hour", "max": 5, "scope": "grant"}`), LIMIT_AT, /no "counter"/],
  ['no-window', limit(`${HERE}{"counter": "c", "max": 5, "scope": "grant"}`), LIMIT_AT, /no "window"/],
  ['no-max', limit(`${HERE}{"counter": "c", "window": "hour", "scope": "grant"}`), LIMIT_AT, /no "max"/],
  ['no-scope', limit(`${HERE}{"counter": "c", "window": "hour", "max": 5}`), LIMIT_AT, /no "scope"/],
  [
    'counter-no-text',
    limit(`{"counter": ${HERE}1, "window": "hour", "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/counter`,
    /named by a text/,
  ],
  [
    'counter-empty',
    limit(`{"counter": ${HERE}"", "window": "hour", "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/counter`,
    /empty/,
  ],
  [
    'window-no-text',
    limit(`{"counter": "c", "window": ${HERE}60, "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/window`,
    /the number 60.*"minute"/,
  ],
  [
    'window-too-short',
    limit(`{"counter": "c", "window": ${HERE}"sec", "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/window`,
    /Write "minute"/,
  ],
  [
    'window-too-long',
    limit(`{"counter": "c", "window": ${HERE}"week", "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/window`,
    /Write "day"/,
  ],
  [
    'window-length',
    limit(`{"counter": "c", "window": ${HERE}"1h", "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/window`,
    /no length of its own/,
  ],
  [
    'unknown-window',
    limit(`{"counter": "c", "window": ${HERE}"Hours", "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/window`,
    /Write "hour"/,
  ],
  [
    'unknown-window',
    limit(`{"counter": "c", "window": ${HERE}"daily", "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/window`,
    /Write "day"/,
  ],
  [
    'unknown-window',
    limit(`{"counter": "c", "window": ${HERE}"session", "max": 5, "scope": "grant"}`),
    `${LIMIT_AT}/window`,
    /aligned to UTC/,
  ],
  [
    'max-no-number',
    limit(`{"counter": "c", "window": "hour", "max": ${HERE}"5", "scope": "grant"}`),
    `${LIMIT_AT}/max`,
    /Write 5\./,
  ],
  [
    'max-zero',
    limit(`{"counter": "c", "window": "hour", "max": ${HERE}0, "scope": "grant"}`),
    `${LIMIT_AT}/max`,
    /No call would ever pass/,
  ],
  [
    'max-negative',
    limit(`{"counter": "c", "window": "hour", "max": ${HERE}-5, "scope": "grant"}`),
    `${LIMIT_AT}/max`,
    /1 or more/,
  ],
  [
    'max-fraction',
    limit(`{"counter": "c", "window": "hour", "max": ${HERE}2.5, "scope": "grant"}`),
    `${LIMIT_AT}/max`,
    /Write 2\./,
  ],
  [
    'max-too-large',
    limit(`{"counter": "c", "window": "hour", "max": ${HERE}1e300, "scope": "grant"}`),
    `${LIMIT_AT}/max`,
    /count that far/,
  ],
  [
    'unknown-scope',
    limit(`{"counter": "c", "window": "hour", "max": 5, "scope": ${HERE}"session"}`),
    `${LIMIT_AT}/scope`,
    /Write "grant"/,
  ],
  [
    'counter-two-windows',
    limit(`{${LIMIT}},\n{"counter": ${HERE}"c", "window": "day", "max": 50, "scope": "grant"}`),
    '/tools/pay/limits/1/counter',
    /by the hour.*"c_per_day"/,
  ],
  [
    'counter-twice',
    limit(`{${LIMIT}},\n{"counter": ${HERE}"c", "window": "hour", "max": 50, "scope": "grant"}`),
    '/tools/pay/limits/1/counter',
    /smaller number/,
  ],
  [
    'limit-never-reached',
    limit(`{${LIMIT}},\n{"counter": "d", "window": "minute", "max": ${HERE}9, "scope": "grant"}`),
    '/tools/pay/limits/1/max',
    /never reached: 5 an hour/,
  ],
];

const MORE: readonly Row[] = [
  ['schema-key', framed(`"hide": ["a"], ${HERE}"$schema": "x"`), '/$schema', /settings of your editor/],
  ['unknown-default', framed('"hide": ["a"]', `${HERE}"dney"`), '/default', /Write "deny"/],
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

const TABLE = [MORE, SYNTAX, HEAD, FOREIGN, NAMES, TOOLS, CONDITIONS, LIMITS].flat();

test.each(TABLE)('%s is told at its place: %j', (code, marked, pointer, words) => {
  const offset = marked.indexOf(HERE);
  const lines = marked.slice(0, offset).split('\n');
  const text = marked.replace(HERE, '');
  const options = code === 'unknown-tool' ? { tools: ['list_users', 'drop_db'] } : {};
  const { policy, problems } = validatePolicy(text, options);
  const found = problems.filter((problem) => problem.code === code);
  expect(found, JSON.stringify(problems, null, 2)).toHaveLength(1);
  expect(found[0]).toMatchObject({ pointer, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
  expect(`${found[0]?.message} ${found[0]?.instead}`).toMatch(words);
  expect(policy === null).toBe(problems.some(({ severity }) => severity === 'error'));
});

test('a mistake is told once, without others that follow from it', () => {
  const more = TABLE.flatMap(([code, marked]) => {
    const options = code === 'unknown-tool' ? { tools: ['list_users', 'drop_db'] } : {};
    const { problems } = validatePolicy(marked.replace(HERE, ''), options);
    const others = problems.filter((problem) => problem.code !== code);
    return others.length === 0 ? [] : [`${code}: also ${others.map((other) => other.code).join(', ')}`];
  });
  expect(more).toEqual([]);
});

test('the table has every kind of mistake that the validator tells', () => {
  const sources = globSync('src/core/policy/validation/*.ts').map((file) => readFileSync(file, 'utf8'));
  const told = sources.flatMap((source) =>
    [...source.matchAll(/report\.(?:error|warning|errorAtKey|errorAtOffset)\(\s*'([a-z-]+)'/g)].map(
      (found) => found[1],
    ),
  );
  const codes = new Set([...told, ...FOREIGN_KEYS.map(({ code }) => code)]);
  const inTable = new Set(TABLE.map(([code]) => code));
  expect([...codes].filter((code) => !inTable.has(code ?? ''))).toEqual(['json-syntax']);
  expect(inTable.size).toBeGreaterThan(90);
});

const VALID = framed(
  `"hide": ["drop_table"],
  "all_tools": {"limits": [{"counter": "calls", "window": "day", "max": 500, "scope": "grant"}]},
  "tools": {
    "list": {},
    "a.b/c~d": {},
    "__proto__": {"deny_if": [{"conditions": []}]},
    "pay": {
      "require": [{"conditions": [{"path": "args.to", "op": "in", "value": ["a", "b"]}]}],
      "deny_if": [{"conditions": [{"path": "args.amount", "op": "gt", "value": 100}], "on_deny": "Too much."}],
      "limits": [{"counter": "pay_per_minute", "window": "minute", "max": 30, "scope": "grant"}]
    }
  }`,
);

test('a sound policy has no problems, and its tools keep their names', () => {
  const { policy, problems } = validatePolicy(VALID);
  expect(problems).toEqual([]);
  expect(policy).toEqual(JSON.parse(VALID));
  expect(Object.getOwnPropertyNames(policy?.tools)).toEqual(['list', 'a.b/c~d', '__proto__', 'pay']);
});

test('all mistakes of a text are told at once, in its order', () => {
  const text = `{"version": 1, "default": "block",\n"hide": [""],\n"tools": {"a": "deny", "b": {"action": "allow"}}}`;
  const { problems } = validatePolicy(text);
  expect(problems.map(({ code, line }) => `${line} ${code}`)).toEqual([
    '1 version-number',
    '1 unknown-default',
    '2 hide-empty',
    '3 tool-denied-by-word',
    '3 action-key',
  ]);
});

test('names are held against the server only when it is known', () => {
  expect(validatePolicy(VALID).problems).toEqual([]);
  const tools = ['drop_table', 'list', 'a.b/c~d', 'pay'];
  expect(validatePolicy(VALID, { tools }).problems.map(({ pointer }) => pointer)).toEqual([
    '/tools/__proto__',
  ]);
});

/** A policy with one part of it replaced by anything: near enough to a policy to reach every check. */
const damaged = fc
  .tuple(
    fc.nat(),
    fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('eq', 'gt', [], {}, '', 0, -1, 1.5, 'args.x')),
  )
  .map(([at, value]) => {
    const policy: unknown = JSON.parse(VALID);
    const spots: (() => void)[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const key of Object.keys(node)) {
        const parent = node as Record<string, unknown>;
        spots.push(() => Object.defineProperty(parent, key, { value, enumerable: true }));
        visit(parent[key]);
      }
    };
    visit(policy);
    spots[at % spots.length]?.();
    return JSON.stringify(policy);
  });

test('what the published schema refuses, the validator refuses with a reason', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const { policy, problems } = validatePolicy(text);
      if (policy !== null) expect(Policy.safeParse(policy).error).toBeUndefined();
      else expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('any text at all is answered, and only JSON is a policy', () => {
  const cut = fc.tuple(fc.nat(VALID.length), fc.nat(40), fc.string()).map(([at, length, insert]) => {
    return VALID.slice(0, at) + insert + VALID.slice(at + length);
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), cut), (text) => {
      const { policy, problems } = validatePolicy(text);
      if (policy !== null) expect(policy).toEqual(JSON.parse(text));
      else expect(problems.length).toBeGreaterThan(0);
      for (const { line, column } of problems) {
        expect(text.split(/\r\n|\n|\r/)[line - 1]?.length ?? -1).toBeGreaterThanOrEqual(column - 1);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a limit on a counter that another tool shares may well be reached', () => {
  const tools = `"pay": {"limits": [{${LIMIT}}, {"counter": "d", "window": "hour", "max": 9, "scope": "grant"}]},
    "refund": {"limits": [{"counter": "d", "window": "hour", "max": 9, "scope": "grant"}]}`;
  expect(validatePolicy(framed(`"tools": {${tools}}`)).problems).toEqual([]);
});

test.each([
  [
    [
      ['x', 'gt', 5],
      ['x', 'lte', 5],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'gte', 5],
      ['x', 'lt', 5],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'gte', 5],
      ['x', 'lte', 5],
    ],
    null,
  ],
  [
    [
      ['x', 'gt', 5],
      ['y', 'lt', 5],
    ],
    null,
  ],
  [
    [
      ['x', 'eq', 'a'],
      ['x', 'eq', 'b'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'eq', 'a'],
      ['x', 'neq', 'a'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'eq', 'a'],
      ['x', 'gt', 5],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'eq', 6],
      ['x', 'gt', 5],
    ],
    null,
  ],
  [
    [
      ['x', 'in', ['a', 'b']],
      ['x', 'in', ['c']],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'in', ['a', 'b']],
      ['x', 'in', ['b', 'c']],
    ],
    null,
  ],
  [
    [
      ['x', 'in', ['a', 'b']],
      ['x', 'neq', 'a'],
      ['x', 'regex', '^a'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'regex', 'a'],
      ['x', 'lt', 5],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'regex', 'a'],
      ['x', 'contains', 'b'],
    ],
    null,
  ],
  [
    [
      ['x', 'exists', false],
      ['x', 'eq', 'a'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'exists', false],
      ['x', 'exists', true],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'exists', false],
      ['x.y', 'eq', 'a'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'exists', false],
      ['y', 'exists', true],
    ],
    null,
  ],
  [
    [
      ['x', 'exists', true],
      ['x', 'eq', 'a'],
    ],
    'idle-condition',
  ],
  [
    [
      ['x', 'gt', 5],
      ['x', 'gte', 5],
    ],
    'idle-condition',
  ],
  [
    [
      ['x', 'lt', 5],
      ['x', 'lt', 6],
    ],
    'idle-condition',
  ],
  [
    [
      ['x', 'eq', 'a'],
      ['x', 'eq', 'a'],
    ],
    'idle-condition',
  ],
])('%j together: %s', (rows, code) => {
  const conditions = rows.map(([name, op, value]) => ({ path: `args.${String(name)}`, op, value }));
  for (const kind of ['require', 'deny_if']) {
    const { problems } = validatePolicy(tool(JSON.stringify({ [kind]: [{ conditions }] })));
    const told = problems.map((problem) => problem.code).filter((one) => one !== 'missing-passes');
    expect(told).toEqual(code === null ? [] : [code]);
  }
});
