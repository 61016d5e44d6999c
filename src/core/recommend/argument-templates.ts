import type { Condition, PolicyRule } from '../policy/policy.ts';
import type { JsonObject, JsonValue } from '../tool/json.ts';
import { nameWords } from '../tool/name-words.ts';
import type { ToolAdvice } from './advice.ts';
import type { Lever, Levers } from './levers.ts';

/**
 * A rule over arguments that holds a value only its user knows: a folder, a cap, a list, a host. It is offered with a
 * placeholder and is no part of the recommended policy, which must not let calls pass by a value we made up.
 */
export interface ArgumentTemplate {
  kind: keyof Levers;
  /** The arguments it bounds, all of them at once. */
  names: string[];
  /** What stands in for the value of the user. */
  placeholder: string;
  /** Entry of `require`: calls outside are denied, and so is a call that leaves one of the arguments out. */
  rule: PolicyRule;
  /** Completes "because …". */
  because: string;
  /** Arguments that pass with the placeholder, and arguments that must not. */
  passes: JsonObject;
  denied: JsonObject[];
}

interface Bound {
  takes: Lever['kind'];
  placeholder: string;
  because: string;
  conditions(path: string, value: string): Condition[];
  passes: JsonValue;
  denied: JsonValue[];
}

/** A segment that is neither "." nor "..", in no encoding: a name has no slash, backslash, percent sign or control. */
const SEGMENT =
  '(?:[^./\\\\%\\x00-\\x1f\\x7f][^/\\\\%\\x00-\\x1f\\x7f]*|\\.[^./\\\\%\\x00-\\x1f\\x7f][^/\\\\%\\x00-\\x1f\\x7f]*)';

/** Recipients that a service knows by an id, such as a channel. */
const IDENTIFIED: Pick<Bound, 'placeholder' | 'passes' | 'denied'> = {
  placeholder: 'C0EXAMPLE1',
  passes: 'C0EXAMPLE1',
  denied: ['C0EXAMPLE2', '\u04210EXAMPLE1', 'C0EXAMPLE1,C0EXAMPLE2', 'c0example1', ' C0EXAMPLE1'],
};

/** Words by which a parameter says that it takes no address but the id of somebody or of a place. */
const ID_WORDS = new Set(['id', 'ids', 'channel', 'room', 'chat', 'thread', 'conversation', 'group', 'team']);

const BOUNDS: Readonly<Record<keyof Levers, Bound>> = {
  path: {
    takes: 'text',
    placeholder: '/home/me/project',
    because: 'a path outside the folder you name, or one that climbs out of it, must not be reached',
    conditions: (path, root) => [{ path, op: 'regex', value: `^${literally(root)}(?:/${SEGMENT})*/?$` }],
    passes: '/home/me/project/notes/plan.md',
    denied: [
      '/home/me/project/../.ssh/id_rsa',
      '/home/me/project/%2e%2e/.ssh',
      '/home/me/project-other/a',
      '/etc/passwd',
      'project/notes',
      '/home/me/project/..\\..\\secret',
    ],
  },
  amount: {
    takes: 'number',
    placeholder: '100',
    because: 'a sum over your cap, below zero or of a doubtful form must not go out',
    conditions: (path, cap) => [
      { path, op: 'gt', value: 0 },
      { path, op: 'lte', value: Number(cap) },
    ],
    passes: 42.5,
    denied: [1e9, '1e9', '42', -5, 0, 100.01, null],
  },
  recipient: {
    takes: 'text',
    placeholder: 'colleague@example.com',
    because: 'nobody but the recipients you name must be reached, nor one whose name only looks like theirs',
    conditions: (path, one) => [{ path, op: 'in', value: [one] }],
    passes: 'colleague@example.com',
    denied: [
      'c\u043elleague@example.com',
      'colleague@example.com,other@example.org',
      'Colleague <colleague@example.com>',
      'colleague@example.com.example.org',
    ],
  },
  url: {
    takes: 'text',
    placeholder: 'docs.example.com',
    because: 'no address but those on the host you name must be reached',
    conditions: (path, host) => [
      { path, op: 'regex', value: `^https://${literally(host)}(?:[/?#][^\\s\\\\\\x00-\\x1f\\x7f]*)?$` },
    ],
    passes: 'https://docs.example.com/start?page=2',
    denied: [
      'http://docs.example.com/',
      'https://docs.example.com.example.org/',
      'https://docs.example.com@example.org/',
      'https://docs.example.com:8443/',
      'file:///etc/passwd',
      'https://docs.example.com\\@example.org/',
    ],
  },
};

/** The rules that the parameters of a tool allow for, each on all arguments of its kind: one alone would bind nobody. */
export function argumentTemplates({ levers }: Pick<ToolAdvice, 'levers'>): ArgumentTemplate[] {
  return (Object.keys(BOUNDS) as (keyof Levers)[]).flatMap((kind) => {
    const found = levers[kind];
    const bound =
      kind === 'recipient' && found.every(takesId) ? { ...BOUNDS[kind], ...IDENTIFIED } : BOUNDS[kind];
    if (found.length === 0 || found.some((lever) => lever.kind !== bound.takes)) return [];
    return [
      templateOf(
        kind,
        found.map(({ name }) => name),
        bound,
      ),
    ];
  });
}

function takesId({ name }: Lever): boolean {
  return ID_WORDS.has(nameWords(name).at(-1) ?? '');
}

/** Lists that no condition can look into, by what stands in them: what is said of them in place of a rule. */
export function unboundable({ levers }: Pick<ToolAdvice, 'levers'>): string[] {
  return (['path', 'url'] as const).flatMap((kind) => {
    const lists = levers[kind].filter((lever) => lever.kind === 'list');
    if (lists.length === 0) return [];
    const names = lists.map(({ name }) => `args.${name}`).join(' and ');
    const one = kind === 'path' ? 'a single path' : 'a single address';
    return [
      `No condition of policy.json can look into the list that ${names} takes. The nearest stricter forms let exact lists pass alone (op "in", with whole lists), or deny this tool for the sake of one that takes ${one}, which a condition can bound.`,
    ];
  });
}

function templateOf(kind: keyof Levers, names: string[], bound: Bound): ArgumentTemplate {
  const all = (value: JsonValue): JsonObject => Object.fromEntries(names.map((name) => [name, value]));
  const { placeholder, because, passes, denied } = bound;
  return {
    kind,
    names,
    placeholder,
    rule: {
      conditions: names.flatMap((name) => bound.conditions(`args.${name}`, placeholder)),
      on_deny: `Blocked by policy, because ${because}.`,
    },
    because,
    passes: all(passes),
    denied: denied.map(all),
  };
}

/** A text as a regular expression that matches nothing else. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
