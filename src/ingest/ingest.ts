import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesBetween, type Rate } from '../core/catalogue/changes.ts';
import type { Observation } from '../core/catalogue/entry.ts';
import type { Finding } from '../core/finding.ts';
import type { Ingested } from '../core/schemas/ingested.ts';
import type { Definition } from '../core/tool/definition.ts';
import { checkDate, knownEntry, writeEntry } from './entry-folder.ts';
import type { Limits } from './limits.ts';
import type { Listed } from './list-tools.ts';
import { aboutPackage, newServer } from './new-entry.ts';
import { isAttested, mcpNameOf } from './npm-origin.ts';
import { binOf, installPackage } from './npm-package.ts';
import { observeHttp, observeStdio } from './observe.ts';
import { problem, Stopped } from './problem.ts';
import { type Scratch, withScratch } from './scratch.ts';
import type { About, Source } from './source.ts';
import { readToolLines, readToolsFile } from './tools-file.ts';

export interface IngestOptions {
  catalogDir: string;
  id: string;
  /** Day of the observation, YYYY-MM-DD. */
  date: string;
  limits: Limits;
  /** The classifier, for the changes of verdict; passed in because ingest knows no rules. */
  rate: Rate;
}

interface Seen {
  listed: Listed;
  version: string | null;
  integrity: string | null;
  how: string;
  about: About;
  /** What the package registry holds of the build; absent for anything but an npm package. */
  package?: Pick<Packaged, 'mcpName' | 'attested'>;
}

type Packaged = NonNullable<Observation['observed']['package']>;

/**
 * Reads the tools of one server and writes or refreshes its entry. Throws {@link Stopped} with every problem; then
 * the entry on disk is as it was.
 */
export async function ingest(source: Source, about: About, options: IngestOptions): Promise<Ingested> {
  const { catalogDir, id, date, rate } = options;
  const known = knownEntry(catalogDir, id);
  const early = checkDate(known, date);
  if (early.length > 0) throw new Stopped(early);
  return await withScratch(async (scratch) => {
    const seen = await see(source, options.limits, scratch);
    const { tools, protocolVersion, serverName } = seen.listed;
    const observation: Observation = {
      observed: {
        version: seen.version,
        integrity: seen.integrity,
        date,
        protocolVersion,
        how: seen.how,
        ...(seen.package === undefined
          ? {}
          : { package: { ...seen.package, registryName: about.registryName ?? null } }),
      },
      result: { tools },
    };
    writeEntry(
      known,
      known.server ?? newServer(id, source, { ...seen.about, ...about }, serverName),
      observation,
    );
    return {
      id,
      version: seen.version,
      date,
      protocolVersion,
      tools: tools.length,
      changes: changesBetween(known.definitions, tools, rate),
      findings: [
        ...seen.listed.altered,
        ...leaks(tools, scratch),
        ...pinDiffers(known.server?.source.version, seen.version),
      ],
    };
  });
}

async function see(source: Source, limits: Limits, scratch: Scratch): Promise<Seen> {
  switch (source.kind) {
    case 'npm':
      return await seeNpm(source, limits, scratch);
    case 'stdio': {
      const env = { ...scratch.env, ...source.env };
      const listed = await observeStdio(
        { command: source.command, args: source.args, env, cwd: source.cwd },
        limits,
      );
      return plain(listed, 'tools/list over stdio');
    }
    case 'http':
      return plain(await observeHttp(source.url, source.headers, limits), 'tools/list over Streamable HTTP');
    case 'file':
      return plain(readToolsFile(source.path, limits), 'tools/list result read from a file');
    case 'jsonl':
      return plain(readToolLines(source.path, source.server, limits), 'tools read from JSON Lines');
  }
}

async function seeNpm(source: Source & { kind: 'npm' }, limits: Limits, scratch: Scratch): Promise<Seen> {
  const started = performance.now();
  const installed = await installPackage(source, scratch.folder, limits.timeoutMs);
  const left = (): number => Math.ceil(Math.max(1, limits.timeoutMs - (performance.now() - started)));
  const origin = {
    mcpName: mcpNameOf(installed),
    attested: await isAttested(installed, scratch.folder, left()),
  };
  const { file, isScript } = binOf(installed, source.bin);
  for (const [name, text] of Object.entries(source.files ?? {}))
    writeFileSync(join(scratch.work, name), text);
  const launch = {
    command: isScript ? process.execPath : file,
    args: isScript ? [file, ...source.args] : source.args,
    env: { ...scratch.env, ...source.env },
    cwd: scratch.work,
  };
  const listed = await observeStdio(launch, { ...limits, timeoutMs: left() });
  const { version, integrity } = installed;
  const about = aboutPackage(installed);
  return { listed, version, integrity, how: 'tools/list over stdio', about, package: origin };
}

function plain(listed: Listed, how: string): Seen {
  return { listed, version: listed.serverVersion, integrity: null, how, about: {} };
}

/** A definition that names our temporary folder would differ at every observation. */
function leaks(tools: readonly Definition[], scratch: Scratch): Finding[] {
  return tools
    .filter((tool) => JSON.stringify(tool).includes(scratch.folder))
    .map((tool) =>
      problem(
        'temporary-path',
        `The definition of "${tool.name}" names the temporary folder it was observed in.`,
        'Give the server a fixed folder with --arg or --env, and ingest again.',
        { severity: 'warning' },
      ),
    );
}

function pinDiffers(pinned: string | undefined, seen: string | null): Finding[] {
  if (pinned === undefined || seen === null || pinned === seen) return [];
  const message = `server.yaml pins version ${pinned}, and ${seen} was observed.`;
  return [problem('pin-differs', message, `Write version: ${seen} in server.yaml.`, { severity: 'warning' })];
}
