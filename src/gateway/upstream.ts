import type { Transport } from '@modelcontextprotocol/client';
import { programAt } from '../ingest/own-processes.ts';
import { problem, Stopped } from '../ingest/problem.ts';
import { ChildServer } from './child-server.ts';
import { RemoteServer } from './remote-server.ts';

/** A fresh connection to the server behind the gateway. */
export type Upstream = () => Transport;

/** The server that the command line names, by command or by address. Throws {@link Stopped}. */
export function upstreamOf(
  words: readonly string[],
  url: string | undefined,
  headers: Record<string, string>,
): Upstream {
  const [command, ...args] = words;
  if ((command === undefined) === (url === undefined)) {
    const hint = 'Write either -- COMMAND ARGUMENTS… at the end, or --url URL.';
    throw new Stopped([problem('which-server', 'Name one server to stand before.', hint)]);
  }
  if (command !== undefined) return childOf(command, args);
  const address = URL.canParse(url ?? '') ? new URL(url ?? '') : null;
  if (address !== null && /^https?:$/.test(address.protocol)) return () => new RemoteServer(address, headers);
  const hint = 'Write the whole address, e.g. https://host/mcp.';
  throw new Stopped([problem('bad-url', `"${url}" is not an http or https address.`, hint)]);
}

function childOf(command: string, args: readonly string[]): Upstream {
  if (programAt(command, process.env['PATH'], process.cwd()) !== null)
    return () => new ChildServer(command, args);
  const hint = 'Check its spelling and that it can be found in PATH.';
  throw new Stopped([problem('no-command', `There is no program "${command}".`, hint)]);
}
