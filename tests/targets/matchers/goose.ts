import type { Matcher } from './matcher.ts';
import { at, listAt, yamlOf } from './reading.ts';

/**
 * An extension loads the tools it lists, all of them where the list is empty or missing. In the mode "approve" a
 * permission decides, and the rest is asked about; where no mode is given, what no permission names runs.
 */
export const goose: Matcher = (files, key) => {
  const config = files.some(({ name }) => name === 'config.yaml') ? yamlOf(files, 'config.yaml') : undefined;
  const permissions = yamlOf(files, 'permission.yaml');
  const extension = at(config, 'extensions', key);
  if (config !== undefined && extension === undefined) throw new Error(`there is no extension ${key}`);
  const available = listAt(extension, 'available_tools') ?? [];
  const unnamed = at(config, 'GOOSE_MODE') === 'approve' ? 'ask' : 'allow';
  return (tool) => {
    if (at(extension, 'enabled') === false) return 'hide';
    if (available.length > 0 && !available.includes(tool)) return 'hide';
    const isOn = (list: string): boolean =>
      listAt(permissions, 'user', list)?.includes(`${key}__${tool}`) ?? false;
    if (isOn('never_allow')) return 'deny';
    if (isOn('ask_before')) return 'ask';
    return isOn('always_allow') ? 'allow' : unnamed;
  };
};
