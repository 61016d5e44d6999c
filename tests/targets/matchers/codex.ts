import type { Answer, Matcher } from './matcher.ts';
import { at, listAt, tomlOf } from './reading.ts';

/** approve runs the tool, prompt asks, auto leaves it to what the server claims, which may be to run it. */
const MODES = new Map<unknown, Answer>([
  ['approve', 'allow'],
  ['prompt', 'ask'],
  ['auto', 'allow'],
]);

/** A tool must be on the one list where it is given, and never on the other. Modes: its own, the server's, auto. */
export const codex: Matcher = (files, key) => {
  const server = at(tomlOf(files, 'config.toml'), 'mcp_servers', key);
  if (server === undefined) throw new Error(`there is no server ${key}`);
  const enabled = listAt(server, 'enabled_tools');
  const disabled = listAt(server, 'disabled_tools') ?? [];
  return (tool) => {
    if (enabled?.includes(tool) === false || disabled.includes(tool)) return 'hide';
    const own = at(server, 'tools', tool, 'approval_mode');
    const mode = own ?? at(server, 'default_tools_approval_mode') ?? 'auto';
    const answer = MODES.get(mode);
    if (answer === undefined) throw new Error(`nothing is known of the mode ${String(mode)}`);
    return answer;
  };
};
