import { checkCondition } from './conditions.ts';
import { kind, listAt, objectAt, type Shape } from './keys.ts';
import type { Report } from './problem.ts';
import { checkTogether } from './together.ts';

type Kind = 'require' | 'deny_if';

const LIST: Readonly<Record<Kind, Shape>> = {
  require: {
    what: '"require"',
    keys: [],
    example: 'Write [{"conditions": [{"path": "args.dry_run", "op": "eq", "value": true}]}].',
  },
  deny_if: {
    what: '"deny_if"',
    keys: [],
    example: 'Write [{"conditions": [{"path": "args.amount", "op": "gt", "value": 100}]}].',
  },
};

const RULE: Shape = {
  what: 'A rule',
  keys: ['conditions', 'on_deny'],
  example:
    'Write {"conditions": [{"path": "args.amount", "op": "gt", "value": 100}], "on_deny": "Too much."}.',
};

/** Checks the entries of a `require` or a `deny_if`. */
export function checkRules(value: unknown, at: string, kindOfRule: Kind, report: Report): void {
  const entries = listAt(value, at, LIST[kindOfRule], report);
  if (entries === null) return;
  if (entries.length === 0) {
    const message = `This "${kindOfRule}" is empty and does nothing.`;
    report.warning(
      'empty-rules',
      at,
      message,
      'Leave it out, or write an entry. [{"conditions": []}] in "deny_if" denies every call.',
    );
  }
  for (const [index, entry] of entries.entries()) checkRule(entry, `${at}/${index}`, kindOfRule, report);
}

function checkRule(entry: unknown, at: string, kindOfRule: Kind, report: Report): void {
  const rule = objectAt(entry, at, RULE, report);
  if (rule === null) return;
  if (Object.hasOwn(rule, 'on_deny')) checkOnDeny(rule['on_deny'], `${at}/on_deny`, report);
  if (!Object.hasOwn(rule, 'conditions')) {
    const instead = kindOfRule === 'deny_if' ? '"conditions": [] denies every call.' : RULE.example;
    report.error('no-conditions', at, 'This rule has no conditions.', `Write "conditions". ${instead}`);
    return;
  }
  const list: Shape = { ...RULE, what: '"conditions"' };
  const conditions = listAt(rule['conditions'], `${at}/conditions`, list, report);
  if (conditions === null) return;
  if (conditions.length === 0 && kindOfRule === 'require') {
    const message = 'This requires nothing: a list without conditions always holds.';
    const instead = 'Write what must hold, or leave the entry out; "deny_if" with [] denies every call.';
    report.warning('requires-nothing', `${at}/conditions`, message, instead);
  }
  const sound = conditions.filter((condition, index) =>
    checkCondition(condition, `${at}/conditions/${index}`, kindOfRule, report),
  );
  if (sound.length === conditions.length) checkTogether(sound, `${at}/conditions`, kindOfRule, report);
}

function checkOnDeny(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'string') {
    report.error(
      'on-deny-no-text',
      at,
      `"on_deny" is a text, and this is ${kind(value)}.`,
      'Write "on_deny": "Ask a person first.".',
    );
  } else if (value.trim() === '') {
    const message = 'This tells the agent nothing, so it is told the conditions instead.';
    report.warning('on-deny-empty', at, message, 'Say what the agent should do instead, or leave it out.');
  }
}
