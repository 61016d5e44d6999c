import type { Matcher } from './matcher.ts';
import { at, jsonOf, listAt } from './reading.ts';

/** What the list names runs without asking; whatever it does not name is asked about. A star is read as every tool. */
export const cline: Matcher = (files, key) => {
  const server = at(jsonOf(files, 'cline_mcp_settings.json'), 'mcpServers', key);
  if (server === undefined) throw new Error(`there is no server ${key}`);
  if (at(server, 'disabled') === true) return () => 'hide';
  const listed = listAt(server, 'autoApprove') ?? [];
  return (tool) => (listed.includes(tool) || listed.includes('*') ? 'allow' : 'ask');
};
