import type { Matcher } from './matcher.ts';
import { at, listAt, yamlOf } from './reading.ts';

/**
 * An extension loads the tools it lists, all of them where the list is empty or missing. A permission decides, and in
 * the mode "auto", which is the default, nothing is asked. Without config.yaml the mode is the user's own: one that asks,
 * as the set-up wants it, but of what no permission names nothing is known, so it is taken to run.
 */
export const goose: Matcher = (files, key) => {
  const config = files.some(({ name }) => name === 'config.yaml') ? yamlOf(files, 'config.yaml') : undefined;
  const permissions = yamlOf(files, 'permission.yaml');
  const extension = at(config, 'extensions', key);
  if (config !== undefined && extension === undefined) throw new Error(`there is no extension ${key}`);
  const available = listAt(extension, 'available_tools') ?? [];
  const asks = config === undefined || at(config, 'GOOSE_MODE') === 'approve';
  return (tool) => {
    if (at(extension, 'enabled') === false) return 'hide';
    if (available.length > 0 && !available.includes(tool)) return 'hide';
    const isOn = (list: string): boolean =>
      listAt(permissions, 'user', list)?.includes(`${key}__${tool}`) ?? false;
    if (isOn('never_allow')) return 'deny';
    if (isOn('ask_before')) return asks ? 'ask' : 'allow';
    return isOn('always_allow') || config === undefined || !asks ? 'allow' : 'ask';
  };
};
