import type { Finding } from '../core/finding.ts';
import { type ConfiguredServer, type Launch, readConfiguration } from '../core/stack/configuration.ts';
import { problem, Stopped } from './problem.ts';
import type { Source } from './source.ts';
import { textOf } from './tools-file.ts';

/**
 * Reads a client's configuration in any form that `src/core/stack` knows: every server in it, under an id made from
 * its key. Throws {@link Stopped} with every problem.
 */
export function readClientConfig(path: string): { id: string; key: string; source: Source }[] {
  const { servers, findings } = readConfiguration(textOf(path));
  const ids = new Map<string, string>();
  const problems = findings.map((finding): Finding => ({ ...finding, file: path }));
  for (const server of servers) problems.push(...idProblems(server, ids, path), ...urlProblems(server, path));
  if (problems.length > 0) throw new Stopped(problems);
  return servers.map(({ key, launch }) => ({ id: idOf(key), key, source: sourceOf(launch) }));
}

function idProblems({ key, line, path }: ConfiguredServer, ids: Map<string, string>, file: string) {
  const where = { file, line, path };
  const id = idOf(key);
  const taken = ids.get(id);
  ids.set(id, key);
  if (id === '')
    return [
      problem('bad-id', `No id can be made from "${key}".`, 'Use a name with letters or digits.', where),
    ];
  if (taken === undefined) return [];
  const message = `"${key}" and "${taken}" would both have the id ${id}.`;
  return [problem('duplicate-id', message, 'Rename one.', where)];
}

function urlProblems({ key, line, path, launch }: ConfiguredServer, file: string) {
  if (launch.kind !== 'http' || URL.canParse(launch.url)) return [];
  const hint = 'Write the whole address, e.g. https://host/mcp.';
  return [problem('bad-url', `The url of "${key}" is no address.`, hint, { file, line, path })];
}

function sourceOf(launch: Launch): Source {
  return launch.kind === 'http' ? launch : { ...launch, cwd: launch.cwd ?? process.cwd() };
}

function idOf(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
