import type { Verdict } from '../classify/verdict.ts';
import type { Effect } from '../taxonomy.ts';
import { STILL } from '../tool/claims.ts';
import type { JsonObject } from '../tool/json.ts';
import type { AnnotationRow } from './page-model.ts';

/** Effects of which an author may know that they only add; the verdict cannot tell. */
const MAY_ONLY_ADD: ReadonlySet<Effect> = new Set([...STILL, 'write-own', 'communicate', 'mint-credential']);

/** Effects of which an author may know that a second call adds nothing. */
const MAY_REPEAT: ReadonlySet<Effect> = new Set([
  ...STILL,
  'write-own',
  'write-any-path',
  'change-access',
  'delete-one',
  'delete-many',
]);

const REACHES_OUT: ReadonlySet<Effect> = new Set(['fetch-any', 'communicate', 'run-arbitrary', 'operate-ui']);
const STAYS_IN: ReadonlySet<Effect> = new Set(['compute', 'session']);

/** The value of a hint, with the sentences that say why and what holds without it. */
export interface HintLine {
  value: boolean;
  why: string;
}

/**
 * The hints that agree with a rated verdict, `stated` being the author's annotations. None claims less than the verdict.
 * Source of the defaults: MCP specification, ToolAnnotations, unchanged since 2025-03-26.
 */
export function hintsFor(verdict: Verdict, stated: JsonObject): [AnnotationRow['hint'], HintLine][] {
  const readOnly = readOnlyOf(verdict, stated);
  const open: [AnnotationRow['hint'], HintLine] = ['openWorldHint', openWorldOf(verdict, stated)];
  if (readOnly.value) return [['readOnlyHint', readOnly], open];
  return [
    ['readOnlyHint', readOnly],
    ['destructiveHint', destructiveOf(verdict, stated)],
    ['idempotentHint', idempotentOf(verdict, stated)],
    open,
  ];
}

function readOnlyOf({ category }: Verdict, { readOnlyHint }: JsonObject): HintLine {
  if (category === 'Read' && readOnlyHint === false)
    return { value: false, why: 'The author states it, and a claim that says more than the verdict stands.' };
  if (category === 'Read')
    return {
      value: true,
      why: 'The verdict is Read. Left out, a client assumes false; destructiveHint and idempotentHint mean nothing beside true.',
    };
  return { value: false, why: `The verdict is ${category}. A client assumes the same where it is left out.` };
}

function destructiveOf({ effects, flags }: Verdict, { destructiveHint }: JsonObject): HintLine {
  if (flags.includes('delete'))
    return { value: true, why: 'A call can delete. A client assumes the same where it is left out.' };
  if (effects.every((effect) => STILL.has(effect)) && destructiveHint !== true)
    return { value: false, why: 'No effect destroys anything. Left out, a client assumes true.' };
  const mayOnlyAdd = effects.every((effect) => MAY_ONLY_ADD.has(effect));
  if (destructiveHint === false && mayOnlyAdd)
    return {
      value: false,
      why: 'The author states that a call only adds, and nothing in the verdict contradicts it.',
    };
  const hint = mayOnlyAdd ? ' Write false if nothing is ever overwritten or removed.' : '';
  return {
    value: true,
    why: `The definition does not show that a call only adds; false would claim it.${hint}`,
  };
}

function idempotentOf({ effects }: Verdict, { idempotentHint }: JsonObject): HintLine {
  const mayRepeat = effects.every((effect) => MAY_REPEAT.has(effect));
  if (idempotentHint === true && mayRepeat)
    return {
      value: true,
      why: 'The author states that repeating a call adds nothing, and nothing in the verdict contradicts it.',
    };
  if (!mayRepeat)
    return { value: false, why: 'A second call acts again. A client assumes the same where it is left out.' };
  return {
    value: false,
    why: 'The definition does not show that repeating a call adds nothing. A client assumes the same where it is left out.',
  };
}

function openWorldOf({ effects, flags, signals }: Verdict, { openWorldHint }: JsonObject): HintLine {
  const reaches =
    effects.some((effect) => REACHES_OUT.has(effect)) ||
    flags.includes('untrusted') ||
    flags.includes('outbound') ||
    signals.includes('url');
  if (reaches)
    return {
      value: true,
      why: 'A call reaches others, or returns what others wrote. A client assumes the same where it is left out.',
    };
  if (openWorldHint === false)
    return { value: false, why: 'The author states it, and nothing in the verdict contradicts it.' };
  if (openWorldHint !== true && effects.every((effect) => STAYS_IN.has(effect)))
    return { value: false, why: 'A call stays within the session. Left out, a client assumes true.' };
  return {
    value: true,
    why: 'The definition does not show a closed world; a client assumes the same where it is left out.',
  };
}
