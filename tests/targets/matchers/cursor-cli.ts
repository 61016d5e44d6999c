import type { Matcher } from './matcher.ts';
import { globs, jsonOf, listAt } from './reading.ts';

/** A denial stands over what allows; what no rule names is asked about. */
export const cursorCli: Matcher = (files, key) => {
  const config = jsonOf(files, 'cli-config.json');
  return (tool) => {
    const isOn = (list: string): boolean =>
      (listAt(config, 'permissions', list) ?? []).some((rule) => globs(rule, `Mcp(${key}:${tool})`));
    if (isOn('deny')) return 'deny';
    return isOn('allow') ? 'allow' : 'ask';
  };
};
