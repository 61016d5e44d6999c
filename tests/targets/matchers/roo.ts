import type { Matcher } from './matcher.ts';
import { at, jsonOf, listAt } from './reading.ts';

/** A disabled tool is left out of the prompt; an allowed one runs without asking, and a star allows every tool. */
export const roo: Matcher = (files, key) => {
  const server = at(jsonOf(files, 'mcp.json'), 'mcpServers', key);
  if (server === undefined) throw new Error(`there is no server ${key}`);
  const allowed = listAt(server, 'alwaysAllow') ?? [];
  const disabled = listAt(server, 'disabledTools') ?? [];
  return (tool) => {
    if (disabled.includes(tool)) return 'hide';
    return allowed.includes(tool) || allowed.includes('*') ? 'allow' : 'ask';
  };
};
