import type { Answer, Matcher } from './matcher.ts';
import { at, listAt, tomlOf } from './reading.ts';

/** approve runs the tool, prompt asks; auto, which follows what the server claims, is not to be written. */
const MODES = new Map<unknown, Answer>([
  ['approve', 'allow'],
  ['prompt', 'ask'],
  // Nothing is set: the server may claim that the tool can run.
  [undefined, 'allow'],
]);

/** A tool must be on the one list where it is given, and never on the other. Its own mode stands over the server's. */
export const codex: Matcher = (files, key) => {
  const server = at(tomlOf(files, 'config.toml'), 'mcp_servers', key);
  if (server === undefined) throw new Error(`there is no server ${key}`);
  const enabled = listAt(server, 'enabled_tools');
  const disabled = listAt(server, 'disabled_tools') ?? [];
  return (tool) => {
    if (enabled?.includes(tool) === false || disabled.includes(tool)) return 'hide';
    const own = at(server, 'tools', tool, 'approval_mode');
    const mode = own ?? at(server, 'default_tools_approval_mode');
    const answer = MODES.get(mode);
    if (answer === undefined) throw new Error(`nothing is known of the mode ${String(mode)}`);
    return answer;
  };
};
