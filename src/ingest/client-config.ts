import { z } from 'zod';
import { isObject, pointer } from '../core/tool/json.ts';
import { problem, Stopped } from './problem.ts';
import type { Source } from './source.ts';
import { textOf } from './tools-file.ts';
import { validated } from './validated.ts';
import { readYaml } from './yaml.ts';

const Text = z.record(z.string(), z.string());
const Server = z.union(
  [
    z.looseObject({
      command: z.string().min(1),
      args: z.array(z.string()).optional(),
      env: Text.optional(),
      cwd: z.string().optional(),
    }),
    z.looseObject({ url: z.url({ protocol: /^https?$/ }), headers: Text.optional() }),
  ],
  { error: 'a server needs either a command with args, or a url' },
);

/** Reads a client's configuration: every server in it, under an id made from its key. Throws {@link Stopped}. */
export function readClientConfig(path: string): { id: string; key: string; source: Source }[] {
  const read = readYaml(textOf(path), path);
  if (read.source === null) throw new Stopped(read.findings);
  const { value: root } = read.source;
  const group = isObject(root) ? ['mcpServers', 'servers'].find((key) => isObject(root[key])) : undefined;
  const servers = isObject(root) && group !== undefined ? root[group] : undefined;
  if (!isObject(servers) || Object.keys(servers).length === 0) {
    const hint = 'Write {"mcpServers": {"name": {"command": …, "args": […]}}}.';
    throw new Stopped([
      problem('no-servers', 'The configuration names no server.', hint, { file: path, line: 1 }),
    ]);
  }
  const { schema, prefix } = {
    schema: z.looseObject({ [group as string]: z.record(z.string(), Server) }),
    prefix: `/${group}`,
  };
  const { findings } = validated(schema as z.ZodType<unknown>, read.source);
  const ids = new Map<string, string>();
  const { lineOf } = read.source;
  const planned = Object.entries(servers).map(([key, server]) => {
    const id = idOf(key);
    const taken = ids.get(id);
    ids.set(id, key);
    const where = { file: path, line: lineOf(pointer(prefix, key)), path: pointer(prefix, key) };
    if (id === '')
      findings.push(
        problem('bad-id', `No id can be made from "${key}".`, 'Use a name with letters or digits.', where),
      );
    else if (taken !== undefined) {
      findings.push(
        problem(
          'duplicate-id',
          `"${key}" and "${taken}" would both have the id ${id}.`,
          'Rename one.',
          where,
        ),
      );
    }
    return { id, key, server };
  });
  if (findings.length > 0) throw new Stopped(findings);
  return planned.map(({ id, key, server }) => ({ id, key, source: sourceOf(Server.parse(server)) }));
}

function sourceOf(server: z.infer<typeof Server>): Source {
  if ('command' in server && typeof server.command === 'string') {
    const { command, args, env, cwd } = server as {
      command: string;
      args?: string[];
      env?: Record<string, string>;
      cwd?: string;
    };
    return { kind: 'stdio', command, args: args ?? [], env: env ?? {}, cwd: cwd ?? process.cwd() };
  }
  const { url, headers } = server as { url: string; headers?: Record<string, string> };
  return { kind: 'http', url, headers: headers ?? {} };
}

function idOf(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
