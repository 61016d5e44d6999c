import type { Matcher } from './matcher.ts';
import { at, entriesAt, listAt, yamlOf } from './reading.ts';

/** The group that the set-up puts the consumers of agents in. */
const SUBJECT = 'agents';

/** The list of a tool takes the place of the default; a denial first, then a list of who may; lists are filtered alike. */
export const kong: Matcher = (files) => {
  const plugin = entriesAt(yamlOf(files, 'kong.yaml'), 'plugins').find(
    (one) => at(one, 'name') === 'ai-mcp-proxy',
  );
  const config = at(plugin, 'config');
  if (at(config, 'include_consumer_groups') !== true) throw new Error('groups are not looked at');
  const defaults = at(config, 'default_acl');
  const fallback =
    defaults === undefined
      ? undefined
      : entriesAt(config, 'default_acl').find((one) => at(one, 'scope') === 'tools');
  const tools = entriesAt(config, 'tools');
  return (tool) => {
    const own = tools.find((one) => at(one, 'name') === tool);
    const acl = at(own, 'acl') ?? fallback;
    if (listAt(acl, 'deny')?.includes(SUBJECT)) return 'hide';
    const allowed = listAt(acl, 'allow') ?? [];
    return allowed.length === 0 || allowed.includes(SUBJECT) ? 'allow' : 'hide';
  };
};
