import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import type { Effect } from '../taxonomy.ts';
import type { Definition } from './definition.ts';
import { isObject } from './json.ts';

/** Effects that leave everything outside the session as it was. */
export const STILL: ReadonlySet<Effect> = new Set([
  'compute',
  'read-reference',
  'read-sensitive',
  'fetch-any',
  'read-any-path',
  'reveal-secret',
  'run-report',
  'session',
]);

/** Annotations that say less than the verdict shows: claims of the author that a client must not build on. */
export function claimFindings({ annotations }: Definition, { effects }: Verdict): Finding[] {
  if (!isObject(annotations)) return [];
  const { readOnlyHint, destructiveHint } = annotations;
  const changes = readOnlyHint === true ? effects.find((effect) => !STILL.has(effect)) : undefined;
  const destroys =
    destructiveHint === false
      ? effects.find((effect) => effect === 'delete-one' || effect === 'delete-many')
      : undefined;
  return [
    ...(changes === undefined ? [] : [contradiction('readOnlyHint', true, changes)]),
    ...(destroys === undefined ? [] : [contradiction('destructiveHint', false, destroys)]),
  ];
}

function contradiction(hint: string, stated: boolean, effect: Effect): Finding {
  return {
    code: 'annotation-contradiction',
    severity: 'warning',
    file: null,
    line: null,
    path: `/annotations/${hint}`,
    message: `The author states ${hint}: ${stated}, yet the definition shows the effect ${effect}.`,
    hint: `Set ${hint} to ${!stated}, or reword the definition.`,
  };
}
