import { framed, HERE, type Row } from './mistake.ts';

export const NAMES: readonly Row[] = [
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
    /^The tool "a" is hidden here and has a rule/,
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
