import type { Matcher } from './matcher.ts';
import { at, entriesAt, jsonOf } from './reading.ts';

/** The entry of a tool in `configs` stands over `default_config`, which enables where it says nothing. */
export const claudeApi: Matcher = (files, key) => {
  const toolsets = entriesAt(jsonOf(files, 'request.json'), 'tools').filter(
    (one) => at(one, 'type') === 'mcp_toolset' && at(one, 'mcp_server_name') === key,
  );
  if (toolsets.length !== 1) throw new Error('a server takes exactly one toolset');
  const fallback = at(toolsets[0], 'default_config', 'enabled') ?? true;
  return (tool) => ((at(toolsets[0], 'configs', tool, 'enabled') ?? fallback) === true ? 'allow' : 'hide');
};
