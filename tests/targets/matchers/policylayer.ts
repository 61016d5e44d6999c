import { type Held, held } from './conditions.ts';
import type { Matcher } from './matcher.ts';
import { at, jsonOf, listAt } from './reading.ts';

/** The first denial wins: `hide`, the default for a tool without a rule, `require`, `deny_if`; what is unsure denies. */
export const policylayer: Matcher = (files) => {
  const policy = jsonOf(files, 'policy.json');
  const unlisted = at(policy, 'default') === 'allow' ? 'allow' : 'deny';
  if (at(policy, 'version') !== '1') throw new Error('not version 1');
  const hidden = listAt(policy, 'hide') ?? [];
  return (tool, args = {}) => {
    if (hidden.includes(tool) || hidden.includes('*')) return 'hide';
    const rule = at(policy, 'tools', tool);
    if (rule === undefined) return unlisted;
    const conditionsOf = (key: string): unknown[][] =>
      ((at(rule, key) ?? []) as { conditions: unknown[] }[]).map(({ conditions }) => conditions);
    const areAll = (conditions: unknown[], ...answers: Held[]): boolean =>
      conditions.every((one) => answers.includes(held(one, args)));
    if (!conditionsOf('require').every((conditions) => areAll(conditions, 'yes'))) return 'deny';
    const denies = conditionsOf('deny_if').some((conditions) => areAll(conditions, 'yes', 'unsure'));
    return denies ? 'deny' : 'allow';
  };
};
