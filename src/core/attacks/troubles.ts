import { nearest } from '../policy/validation/nearest.ts';
import { ATOMS, atomsOf } from './atoms.ts';
import { type AttackPattern, FRAMEWORKS, type Predicate } from './pattern.ts';
import type { Frameworks, Incidents } from './sources.ts';

/** Something wrong with a pattern that no schema can say; `path` is a JSON Pointer into its front matter. */
export interface Trouble {
  code: string;
  path: string;
  message: string;
  hint: string;
}

/** Everything wrong with one pattern by itself: words that are not known, and predicates that decide nothing. */
export function troublesOf(
  pattern: AttackPattern,
  known: { incidents: Incidents | null; frameworks: Frameworks | null },
): Trouble[] {
  return [
    ...shapeTroubles(pattern),
    ...predicatesOf(pattern).flatMap(({ path, predicate }) => atomTroubles(path, predicate)),
    ...nameTroubles(pattern, known),
  ];
}

/** Where the predicates of a pattern stand. */
function predicatesOf({ when }: AttackPattern): { path: string; predicate: Predicate }[] {
  const parts = (when.parts ?? []).map((predicate, at) => ({ path: `/when/parts/${at}`, predicate }));
  return when.everyTool === undefined && parts.length === 0 ? [{ path: '/when', predicate: when }] : parts;
}

function shapeTroubles({ scope, when, blunts }: AttackPattern): Trouble[] {
  const own = when.all ?? when.any ?? when.none;
  const forms = [own, when.everyTool, when.parts].filter((form) => form !== undefined).length;
  const found: Trouble[] = [];
  const say = (code: string, path: string, message: string, hint: string): void => {
    found.push({ code, path, message, hint });
  };
  if (forms > 1)
    say(
      'two-predicates',
      '/when',
      'It decides in two ways at once.',
      'Keep one of: all, any and none; everyTool; parts.',
    );
  if (when.parts !== undefined && scope === 'tool')
    say(
      'parts-in-one-tool',
      '/scope',
      'Its parts are played by several tools, and its scope is one tool.',
      'Write scope: server or scope: stack, or one predicate without parts.',
    );
  if (when.parts === undefined && when.everyTool === undefined && scope !== 'tool')
    say(
      'one-tool-pattern',
      '/scope',
      `Its predicate is about one tool, and its scope is ${scope}.`,
      'Write scope: tool, or name the parts that several tools play.',
    );
  if (blunts.part !== undefined && blunts.part > (when.parts?.length ?? 0))
    say(
      'no-such-part',
      '/blunts/part',
      `There is no part ${blunts.part}.`,
      'Count the parts from 1, or leave the key out.',
    );
  return found;
}

function atomTroubles(path: string, { all, any, none }: Predicate): Trouble[] {
  const lists = Object.entries({ all, any, none }).flatMap(([list, terms = []]) =>
    terms.flatMap((term, at) => atomsOf(term).map((atom) => ({ atom, path: `${path}/${list}/${at}`, list }))),
  );
  const found = lists
    .filter(({ atom }) => !ATOMS.includes(atom))
    .map((one) => unknownAtom(one.atom, one.path));
  if ((all ?? any) === undefined)
    found.push({
      code: 'idle-predicate',
      path,
      message: 'The predicate asks for nothing, so nothing decides.',
      hint: 'Name what a tool must have under all or any, or write everyTool with the reason.',
    });
  const wanted = new Set([...(all ?? []), ...(any ?? [])].flatMap(atomsOf));
  for (const one of lists.filter(({ list, atom }) => list === 'none' && wanted.has(atom)))
    found.push({
      code: 'contradiction',
      path: one.path,
      message: `It asks for "${one.atom}" and for its absence.`,
      hint: 'Keep one of the two.',
    });
  return found;
}

function unknownAtom(atom: string, path: string): Trouble {
  const meant = nearest(atom, ATOMS);
  return {
    code: 'unknown-atom',
    path,
    message: `There is no "${atom}".`,
    hint: `${meant === null ? 'Write' : `Did you mean ${meant}? Write`} effect:, flag:, signal: or fact: and an id of the taxonomy; a category or level decides nothing.`,
  };
}

function nameTroubles(
  { incidents, frameworks }: AttackPattern,
  known: { incidents: Incidents | null; frameworks: Frameworks | null },
): Trouble[] {
  const unknown = (
    kind: string,
    id: string,
    path: string,
    ids: readonly string[],
    file: string,
  ): Trouble[] => {
    if (ids.includes(id)) return [];
    const meant = nearest(id, ids);
    const hint = `${meant === null ? 'Add it' : `Write ${meant}, or add it`} to ${file}.`;
    return [{ code: `unknown-${kind}`, path, message: `There is no ${kind} "${id}".`, hint }];
  };
  const happened = known.incidents === null ? incidents : Object.keys(known.incidents);
  return [
    ...incidents.flatMap((id, at) => unknown('incident', id, `/incidents/${at}`, happened, 'incidents.yaml')),
    ...FRAMEWORKS.flatMap((framework) =>
      (frameworks[framework] ?? []).flatMap((id, at) => {
        const entries = known.frameworks?.[framework].entries;
        if (entries === undefined) return [];
        const path = `/frameworks/${framework}/${at}`;
        return unknown('framework-id', id, path, Object.keys(entries), 'frameworks.yaml');
      }),
    ),
  ];
}
