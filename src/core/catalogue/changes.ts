import { z } from 'zod';
import type { Definition } from '../tool/definition.ts';
import { definitionHash } from '../tool/hash.ts';
import { isObject } from '../tool/json.ts';

/** What differs between two observations of one server; names in the order of the newer list. */
export const Changes = z.strictObject({
  first: z.boolean(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  parametersAdded: z.array(z.strictObject({ tool: z.string(), parameters: z.array(z.string()) })),
  parametersRemoved: z.array(z.strictObject({ tool: z.string(), parameters: z.array(z.string()) })),
  descriptionChanged: z.array(z.string()),
  /** The definition differs in something that the lists above do not name. */
  otherwiseChanged: z.array(z.string()),
  verdictChanged: z.array(z.strictObject({ tool: z.string(), before: z.string(), after: z.string() })),
});
export type Changes = z.infer<typeof Changes>;

/** How a definition is rated, as far as a change of verdict goes. */
export type Rate = (definition: Definition) => { category: string; risk: string | null };

/** Compares two lists of tools. `before` is null when the server was never observed: then nothing is "added". */
export function changesBetween(
  before: readonly Definition[] | null,
  after: readonly Definition[],
  rate: Rate,
): Changes {
  const old = new Map((before ?? []).map((tool) => [tool.name, tool]));
  const names = new Set(after.map((tool) => tool.name));
  const pairs = after.flatMap((tool) => {
    const was = old.get(tool.name);
    return was === undefined || definitionHash(was) === definitionHash(tool) ? [] : [{ was, is: tool }];
  });
  const parametersAdded = pairs.flatMap(({ was, is }) =>
    lacking(is.name, parametersOf(is), parametersOf(was)),
  );
  const parametersRemoved = pairs.flatMap(({ was, is }) =>
    lacking(is.name, parametersOf(was), parametersOf(is)),
  );
  const descriptionChanged = pairs
    .filter(({ was, is }) => was['description'] !== is['description'])
    .map(({ is }) => is.name);
  const named = new Set([
    ...[...parametersAdded, ...parametersRemoved].map(({ tool }) => tool),
    ...descriptionChanged,
  ]);
  return {
    first: before === null,
    added: before === null ? [] : after.filter((tool) => !old.has(tool.name)).map((tool) => tool.name),
    removed: [...old.keys()].filter((name) => !names.has(name)),
    parametersAdded,
    parametersRemoved,
    descriptionChanged,
    otherwiseChanged: pairs.filter(({ is }) => !named.has(is.name)).map(({ is }) => is.name),
    verdictChanged: pairs.flatMap(({ was, is }) => rated(is.name, rate(was), rate(is))),
  };
}

function parametersOf(tool: Definition): string[] {
  const schema = tool['inputSchema'];
  const properties = isObject(schema) ? schema['properties'] : undefined;
  return isObject(properties) ? Object.keys(properties) : [];
}

function lacking(tool: string, present: string[], other: string[]): { tool: string; parameters: string[] }[] {
  const parameters = present.filter((name) => !other.includes(name));
  return parameters.length === 0 ? [] : [{ tool, parameters }];
}

function rated(tool: string, before: ReturnType<Rate>, after: ReturnType<Rate>): Changes['verdictChanged'] {
  const [was, is] = [before, after].map(({ category, risk }) => `${category}, ${risk ?? 'unrated'}`);
  return was === is || was === undefined || is === undefined ? [] : [{ tool, before: was, after: is }];
}

/** The changes as lines for a person; one line when nothing changed. */
export function changeLines(changes: Changes, tools: number): string[] {
  if (changes.first) return [`First observation: ${tools} tools.`];
  const lines = [
    ...changes.added.map((name) => `+ tool added: ${name}`),
    ...changes.removed.map((name) => `- tool removed: ${name}`),
    ...changes.parametersAdded.map(
      ({ tool, parameters }) => `~ ${tool}: parameters added: ${parameters.join(', ')}`,
    ),
    ...changes.parametersRemoved.map(
      ({ tool, parameters }) => `~ ${tool}: parameters removed: ${parameters.join(', ')}`,
    ),
    ...changes.descriptionChanged.map((name) => `~ ${name}: description changed`),
    ...changes.otherwiseChanged.map((name) => `~ ${name}: definition changed`),
    ...changes.verdictChanged.map(
      ({ tool, before, after }) => `! ${tool}: verdict changed from ${before} to ${after}`,
    ),
  ];
  return lines.length > 0 ? lines : [`No change since the last observation: ${tools} tools.`];
}
