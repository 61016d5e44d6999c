import { type Command, Option } from 'commander';
import type { Finding } from '../src/core/finding.ts';
import { shown } from '../src/core/present/shown.ts';
import { PROFILES, type Profile } from '../src/core/recommend/decision-table.ts';
import { renamedNote } from '../src/core/targets/keys.ts';
import type { RenderedFile, Rendering, Target } from '../src/core/targets/target.ts';
import { TARGETS } from '../src/core/targets/targets.ts';
import { problem } from '../src/ingest/problem.ts';
import { type AdvisedTool, adviseServer } from '../src/pipeline/policy-records.ts';
import { unknown } from '../src/pipeline/unknown.ts';
import { EMBEDDED_CATALOGUE } from './embedded-catalogue.ts';
import { embeddedClassifier } from './load-rules.ts';
import { Unusable } from './unusable.ts';

/** What `policy recommend` and `policy export` are asked. */
export interface SubjectFlags {
  catalog: string;
  profile: Profile;
  target: string;
  key?: string;
  file?: string;
}

/** One server, or one tool of it, written for one target. */
export interface RenderedSubject {
  tools: AdvisedTool[];
  target: Target;
  rendering: Rendering;
  /** Says that the server goes by another name here than its id, which nobody asked for; null where it does not. */
  renamed: string | null;
  file: RenderedFile;
}

/** The options that say whose policy, for whom and under which name. */
export function withSubjectOptions(command: Command): Command {
  return command
    .argument('<subject>', 'a catalogued SERVER, or SERVER/TOOL for that tool alone')
    .addOption(
      new Option('--profile <profile>', 'whether somebody can be asked')
        .choices(PROFILES)
        .default('interactive'),
    )
    .option('--key <name>', 'your own name for the server; default: its id in the catalogue')
    .option('--file <name>', 'which file to print of a target that has several; default: the first')
    .option('--catalog <dir>', 'the catalogue', EMBEDDED_CATALOGUE);
}

/** Renders what is asked for. Throws {@link Unusable} with every problem of the arguments. */
export function renderSubject(subject: string, flags: SubjectFlags): RenderedSubject {
  const slash = subject.indexOf('/');
  const id = slash === -1 ? subject : subject.slice(0, slash);
  const tool = slash === -1 ? null : subject.slice(slash + 1);
  const target = TARGETS.find((one) => one.id === flags.target);
  const { server, findings } = adviseServer(flags.catalog, id, embeddedClassifier(), flags.profile);
  const all = server?.tools ?? [];
  const tools =
    tool === null ? all : all.filter(({ record }) => record.tool === tool || shown(record.tool) === tool);
  const troubles: Finding[] = [
    ...findings,
    ...(target === undefined
      ? [
          unknown(
            'target',
            flags.target,
            TARGETS.map((one) => one.id),
          ),
        ]
      : []),
    ...(target === undefined ? [] : keyTroubles(target, flags.key)),
    ...(tool !== null && server !== null && tools.length === 0
      ? [
          unknown(
            'tool',
            tool,
            all.map(({ record }) => record.tool),
          ),
        ]
      : []),
  ];
  if (target === undefined || troubles.length > 0) throw new Unusable(troubles);
  const rendering = target.render(
    { key: flags.key ?? target.keyFor(id), allToolNames: all.map(({ record }) => record.tool) },
    tools.map(({ record }) => record),
    { only: tool !== null },
  );
  const renamed = flags.key === undefined ? renamedNote(target, id) : null;
  return { tools, target, rendering, renamed, file: fileOf(rendering, flags.file) };
}

function keyTroubles(target: Target, key: string | undefined): Finding[] {
  const trouble = key === undefined ? null : target.keyProblem(key);
  if (key === undefined || trouble === null) return [];
  const message = `For ${target.title} the server cannot go by "${key}". ${trouble}`;
  return [
    problem(
      'unusable-key',
      message,
      `Name the server so in the client, and write --key ${target.keyFor(key)}.`,
    ),
  ];
}

function fileOf({ files }: Rendering, name: string | undefined): RenderedFile {
  const found = name === undefined ? files[0] : files.find((file) => file.name === name);
  if (found !== undefined) return found;
  const known = files.map((file) => file.name).join(', ');
  throw new Unusable([
    problem('unknown-file', `This target has no file "${name}".`, `Write one of ${known}.`),
  ]);
}
