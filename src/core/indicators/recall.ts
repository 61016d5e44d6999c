import { z } from 'zod';
import type { Definition } from '../tool/definition.ts';
import { indicatorFindings } from './findings.ts';

/** One line of a set: a definition that uses a technique, and the indicator that must see it. */
export const TechniqueCase = z.strictObject({
  /** Null for an honest definition. */
  indicator: z.string().nullable(),
  /** Whether the finding must be an error. */
  hard: z.boolean(),
  note: z.string(),
  tool: z.looseObject({ name: z.string() }),
  previous: z.looseObject({ name: z.string() }).optional(),
  knownTools: z.record(z.string(), z.array(z.string())).optional(),
});
export type TechniqueCase = z.infer<typeof TechniqueCase>;

/** How many of how many cases were found. */
export interface Share {
  found: number;
  of: number;
}

export interface Recall {
  hard: Share;
  soft: Share;
  /** By indicator, in the order of their numbers. */
  byIndicator: { id: string; hard: Share; soft: Share }[];
}

/** How many cases of a set the indicators find. */
export function recallOf(cases: readonly TechniqueCase[]): Recall {
  const ids = [...new Set(cases.map(({ indicator }) => indicator))].filter((id) => id !== null).toSorted();
  const share = (hard: boolean, id?: string): Share => {
    const wanted = cases.filter((one) => one.hard === hard && (id === undefined || one.indicator === id));
    return { found: wanted.filter(isFound).length, of: wanted.length };
  };
  return {
    hard: share(true),
    soft: share(false),
    byIndicator: ids.map((id) => ({ id, hard: share(true, id), soft: share(false, id) })),
  };
}

/** Whether the indicator of a case sees it, as an error where it must be one. */
export function isFound(one: TechniqueCase): boolean {
  return findingsOf(one).some(
    ({ code, severity }) => code === one.indicator && (!one.hard || severity === 'error'),
  );
}

/** How many honest definitions show an indicator all the same. */
export function falseAlarms(honest: readonly TechniqueCase[]): { hard: Share; soft: Share } {
  const showing = (wanted: string): number =>
    honest.filter((one) => findingsOf(one).some(({ severity }) => severity === wanted)).length;
  return {
    hard: { found: showing('error'), of: honest.length },
    soft: { found: showing('warning'), of: honest.length },
  };
}

function findingsOf({ tool, previous, knownTools }: TechniqueCase): ReturnType<typeof indicatorFindings> {
  return indicatorFindings(tool as Definition, {
    ...(previous === undefined ? {} : { previous: previous as Definition }),
    ...(knownTools === undefined ? {} : { knownTools: new Map(Object.entries(knownTools)) }),
  });
}
