import { framed, HERE, type Row } from './mistake.ts';

export const HEAD: readonly Row[] = [
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
    /^This is no version of the language: the text "2"\..*only version/,
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
