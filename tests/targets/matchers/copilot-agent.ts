import type { Matcher } from './matcher.ts';
import { jsonOf, listAt } from './reading.ts';

/** `tools` must be there; what it does not name is not available, and the agent never asks. */
export const copilotAgent: Matcher = (files, key) => {
  const listed = listAt(jsonOf(files, 'mcp.json'), 'mcpServers', key, 'tools');
  if (listed === undefined) throw new Error(`${key} has no list of tools`);
  return (tool) => (listed.includes(tool) || listed.includes('*') ? 'allow' : 'hide');
};
