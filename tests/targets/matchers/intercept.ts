import { type Held, held } from './conditions.ts';
import type { Matcher } from './matcher.ts';
import { at, listAt, yamlOf } from './reading.ts';

/** It compares what Go prints of both values, not their types. */
function looksSame(given: unknown, value: unknown): Held {
  return printed(given) === printed(value) ? 'yes' : 'no';
}

function printed(value: unknown): string {
  if (value === null) return '<nil>';
  return Array.isArray(value) ? `[${value.map(printed).join(' ')}]` : String(value);
}

/** A rule with an action denies; one with conditions denies unless all hold. The default is to allow. */
export const intercept: Matcher = (files) => {
  const policy = yamlOf(files, 'policy.yaml');
  if (at(policy, 'version') !== '1') throw new Error('not version 1');
  const unlisted = at(policy, 'default') === 'deny' ? 'deny' : 'allow';
  const hidden = listAt(policy, 'hide') ?? [];
  return (tool, args = {}) => {
    if (hidden.includes(tool)) return 'hide';
    const entry = at(policy, 'tools', tool);
    if (entry === undefined) return unlisted;
    const denies = (at(entry, 'rules') as unknown[]).some((rule) => {
      if (at(rule, 'action') === 'deny') return true;
      const conditions = (at(rule, 'conditions') ?? []) as unknown[];
      return !conditions.every((one) => held(one, args, looksSame) === 'yes');
    });
    return denies ? 'deny' : 'allow';
  };
};
