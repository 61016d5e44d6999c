import type { Matcher } from './matcher.ts';
import { at, listAt, yamlOf } from './reading.ts';

/** The list of allowed tools stands over the other one, and counts for nothing where it is empty. */
export const litellm: Matcher = (files, key) => {
  const server = at(yamlOf(files, 'config.yaml'), 'mcp_servers', key);
  if (server === undefined) throw new Error(`there is no server ${key}`);
  const allowed = listAt(server, 'allowed_tools') ?? [];
  const disallowed = listAt(server, 'disallowed_tools') ?? [];
  return (tool) => {
    if (allowed.length > 0) return allowed.includes(tool) ? 'allow' : 'hide';
    return disallowed.includes(tool) ? 'hide' : 'allow';
  };
};
