import { z } from 'zod';
import { packageSpec } from './npm-package.ts';
import { problem, Stopped } from './problem.ts';
import type { About, Source } from './source.ts';
import { textOf } from './tools-file.ts';
import { validated } from './validated.ts';
import { readYaml } from './yaml.ts';

const Argument = z.looseObject({
  type: z.string().optional(),
  name: z.string().optional(),
  value: z.string().optional(),
  default: z.string().optional(),
  isRequired: z.boolean().optional(),
});

/** The parts of a registry's `server.json` that say how to reach the server; the schema it names has more. */
const RegistryFile = z.looseObject({
  name: z.string(),
  title: z.string().optional(),
  version: z.string(),
  repository: z.looseObject({ url: z.string() }).optional(),
  packages: z
    .array(
      z.looseObject({
        registryType: z.string(),
        identifier: z.string(),
        version: z.string().optional(),
        packageArguments: z.array(Argument).optional(),
        environmentVariables: z
          .array(
            z.looseObject({ name: z.string(), default: z.string().optional(), value: z.string().optional() }),
          )
          .optional(),
      }),
    )
    .optional(),
  remotes: z.array(z.looseObject({ type: z.string(), url: z.string() })).optional(),
});
type RegistryFile = z.infer<typeof RegistryFile>;

const DUMMY = 'dummy';

/** Reads `server.json` and chooses its npm package, else its Streamable HTTP address. Throws {@link Stopped}. */
export function readRegistryFile(path: string): { source: Source; about: About } {
  const read = readYaml(textOf(path), path);
  if (read.source === null) throw new Stopped(read.findings);
  const { value, findings } = validated(RegistryFile, read.source);
  if (value === null) throw new Stopped(findings);
  const source = npmOf(value) ?? remoteOf(value);
  if (source !== null) return { source, about: aboutOf(value) };
  const kinds = [
    ...(value.packages ?? []).map((pkg) => pkg.registryType),
    ...(value.remotes ?? []).map((remote) => remote.type),
  ];
  const message = `No source of this server can be ingested: it offers ${kinds.join(', ') || 'none'}.`;
  const hint =
    'An npm package or a streamable-http remote without variables is needed; else start it yourself with `ingest stdio`.';
  throw new Stopped([problem('no-source', message, hint, { file: path, line: 1 })]);
}

function npmOf(file: RegistryFile): Source | null {
  const found = file.packages?.find((pkg) => pkg.registryType === 'npm');
  if (found === undefined) return null;
  const { name, version } = packageSpec(`${found.identifier}@${found.version ?? file.version}`);
  const variables = found.environmentVariables ?? [];
  const env = Object.fromEntries(
    variables.map((variable) => [variable.name, variable.value ?? variable.default ?? DUMMY]),
  );
  return { kind: 'npm', name, version, args: (found.packageArguments ?? []).flatMap(argument), env };
}

/** An argument that is optional and has no value of its own is left out. */
function argument(argument: z.infer<typeof Argument>): string[] {
  const value = argument.value ?? argument.default ?? (argument.isRequired === true ? DUMMY : undefined);
  if (argument.type !== 'named') return value === undefined ? [] : [value];
  if (argument.name === undefined) return [];
  return value === undefined ? [] : [argument.name, value];
}

function remoteOf(file: RegistryFile): Source | null {
  const found = file.remotes?.find(
    (remote) => remote.type === 'streamable-http' && !remote.url.includes('{'),
  );
  return found === undefined ? null : { kind: 'http', url: found.url, headers: {} };
}

function aboutOf(file: RegistryFile): About {
  const [namespace = '', name = file.name] = file.name.split('/');
  return {
    title: file.title ?? name,
    vendor: namespace === '' ? 'unknown' : namespace,
    ...(file.repository === undefined ? {} : { repository: file.repository.url }),
    registryName: file.name,
    via: 'registry',
  };
}
