import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { changeLines } from '../../src/core/catalogue/changes.ts';
import { shownLine } from '../../src/core/present/shown.ts';
import type { Ingested } from '../../src/core/schemas/ingested.ts';
import { readClientConfig } from '../../src/ingest/client-config.ts';
import { knownEntry } from '../../src/ingest/entry-folder.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { limitsWithin } from '../../src/ingest/limits.ts';
import { packageSpec } from '../../src/ingest/npm-package.ts';
import { problem, Stopped } from '../../src/ingest/problem.ts';
import { readRegistryFile } from '../../src/ingest/registry-file.ts';
import type { About, Source } from '../../src/ingest/source.ts';
import { loadClassifier } from '../../src/pipeline/rulebook.ts';
import { type Flags, withOptions } from '../ingest-flags.ts';
import { jsonLine } from '../print.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

/** Whose rules tell a change of verdict, where the catalogue has none of its own. */
const EMBEDDED = join(import.meta.dirname, '../../catalog');

/** Ends the server, removes the temporary folder, and ends with 128 and the number, as a shell says it. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `toolwarden ingest KIND …`: reads the tools of a server and writes or refreshes its entry in the catalogue. */
export function register(program: Command, done: (exitCode: number) => void): void {
  const group = program.command('ingest').description('Read the tools of a server into the catalogue');
  const add = (usage: string, about: string, plan: (flags: Flags, args: string[]) => Plan[]): void => {
    const command = withOptions(group.command(usage).description(about));
    command.action(async (...given: unknown[]) => {
      const flags = command.opts<Flags>();
      const args = given
        .slice(0, -2)
        .flat()
        .filter((arg): arg is string => typeof arg === 'string');
      done(await run(flags, () => plan(flags, args)));
    });
  };
  add(
    'stdio <command...>',
    'start a program and ask it; write -- before the command',
    (flags, [command = '', ...args]) =>
      one(flags, {
        kind: 'stdio',
        command,
        args: [...args, ...flags.arg],
        env: flags.env,
        cwd: process.cwd(),
      }),
  );
  add('http <url>', 'ask a remote server over Streamable HTTP', (flags, [url = '']) =>
    one(flags, http(url, flags)),
  );
  add('file <file>', 'read a tools/list result', (flags, [path = '']) => one(flags, { kind: 'file', path }));
  add('jsonl <file>', 'read JSON Lines of tools', (flags, [path = '']) =>
    one(flags, { kind: 'jsonl', path, server: flags.server }),
  );
  add(
    'npm <package>',
    'install PACKAGE@VERSION without its scripts, start it and ask it',
    (flags, [spec = '']) => one(flags, npm(spec, flags)),
  );
  add('registry <file>', 'follow the server.json of a registry', (flags, [path = '']) => {
    const { source, about } = readRegistryFile(path);
    return one(flags, withFlags(source, flags), about);
  });
  add('config <file>', 'ask every server of a client configuration', (flags, [path = '']) =>
    readClientConfig(path).map(({ id, key, source }) => ({
      id,
      source: withFlags(source, flags),
      about: { title: key, via: 'config' as const },
    })),
  );
}

interface Plan {
  id: string;
  source: Source;
  about: About;
}

async function run(flags: Flags, plan: () => Plan[]): Promise<number> {
  // Stays for a second signal, which would otherwise end the process in the middle of tidying up.
  const stops = ENDING.map(
    (signal) => [signal, (): never => process.exit(128 + constants.signals[signal])] as const,
  );
  for (const [signal, stop] of stops) process.on(signal, stop);
  try {
    return await runAll(flags, plan());
  } catch (error) {
    throw error instanceof Stopped ? new Unusable(error.findings) : error;
  } finally {
    for (const [signal, stop] of stops) process.off(signal, stop);
  }
}

/** One server that fails does not keep the others of a configuration from being read. */
async function runAll(flags: Flags, plans: Plan[]): Promise<number> {
  const own = existsSync(join(flags.catalog, 'rules'));
  const { classifier, findings } = loadClassifier(own ? flags.catalog : EMBEDDED);
  if (classifier === null) {
    const errors = findings.filter((finding) => finding.severity === 'error').length;
    const message = `The rules have ${errors} errors, so changes of verdict are not told; see \`toolwarden check\`.`;
    process.stderr.write(`${message}\n`);
  }
  const rate = (tool: Parameters<NonNullable<typeof classifier>['classify']>[0]) =>
    classifier?.classify(tool, 'observed') ?? { category: 'Unclassified', risk: null };
  const failed: Stopped[] = [];
  for (const { id, source, about } of plans) {
    try {
      const limits = limitsWithin(flags.timeout * 1000);
      tell(await ingest(source, about, { catalogDir: flags.catalog, id, date: flags.date, limits, rate }));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      failed.push(
        new Stopped(error.findings.map((finding) => ({ ...finding, message: `${id}: ${finding.message}` }))),
      );
    }
  }
  if (failed.length > 0) throw new Stopped(failed.flatMap((stopped) => stopped.findings));
  return 0;
}

function tell(ingested: Ingested): void {
  const { id, version, date, tools, findings } = ingested;
  process.stderr.write(`${id} ${shownLine(version ?? 'without version')}, ${date}\n`);
  for (const line of changeLines(ingested.changes, tools)) process.stderr.write(`  ${shownLine(line)}\n`);
  reportFindings(findings);
  process.stdout.write(jsonLine(ingested));
}

function one(flags: Flags, source: Source, about: About = {}): Plan[] {
  if (flags.id === undefined) {
    throw new Stopped([
      problem('no-id', 'No id was given for the entry.', 'Add --id ID, e.g. --id brave-search.'),
    ]);
  }
  return [{ id: flags.id, source, about }];
}

/** What server.yaml says about starting the package holds, unless the command line says otherwise. */
function npm(spec: string, flags: Flags): Source {
  const { name, version } = packageSpec(spec);
  const known = flags.id === undefined ? undefined : knownEntry(flags.catalog, flags.id).server?.source;
  const same = known?.package === name ? known : undefined;
  const args = flags.arg.length > 0 ? flags.arg : (same?.args ?? []);
  return {
    kind: 'npm',
    name,
    version,
    bin: flags.bin ?? same?.bin,
    args,
    env: { ...same?.env, ...flags.env },
    files: same?.files ?? {},
    overrides: same?.overrides ?? {},
  };
}

function http(url: string, flags: Flags): Source {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
    return { kind: 'http', url, headers: flags.header };
  throw new Stopped([
    problem(
      'bad-url',
      `"${url}" is not an http or https address.`,
      'Write the whole address, e.g. https://host/mcp.',
    ),
  ]);
}

function withFlags(source: Source, flags: Flags): Source {
  if (source.kind === 'http') return { ...source, headers: { ...source.headers, ...flags.header } };
  if (source.kind !== 'npm' && source.kind !== 'stdio') return source;
  return { ...source, args: [...source.args, ...flags.arg], env: { ...source.env, ...flags.env } };
}
