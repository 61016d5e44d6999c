import type { Verdict } from '../classify/verdict.ts';
import type { Effect } from '../taxonomy.ts';
import { STILL } from '../tool/claims.ts';
import type { JsonObject } from '../tool/json.ts';
import type { AnnotationRow } from './tool-page-model.ts';

/** Effects of which an author may know that they only add; the verdict cannot tell. */
const MAY_ONLY_ADD: ReadonlySet<Effect> = new Set([...STILL, 'write-own', 'communicate', 'mint-credential']);

const STAYS_IN: ReadonlySet<Effect> = new Set(['compute', 'session']);

const DEFAULT = 'A client assumes the same where it is left out.';
const BEYOND = 'The author states it, and a claim that says more than the verdict stands.';

/** The value of a hint, the sentence that says why, and what holds where the hint is left out. */
interface HintLine {
  value: boolean;
  why: string;
  leftOut?: string;
}

type HintOf = [hint: AnnotationRow['hint'], line: HintLine];

/**
 * The hints that agree with a rated verdict, `stated` being the author's annotations. A value of the author stays
 * unless the verdict shows otherwise. Source of the defaults: MCP specification, ToolAnnotations, unchanged since 2025-03-26.
 */
export function hintsFor(verdict: Verdict, stated: JsonObject): HintOf[] {
  const readOnly = readOnlyOf(verdict, stated);
  const open: HintOf = ['openWorldHint', openWorldOf(verdict, stated)];
  if (readOnly.value) return [['readOnlyHint', readOnly], open];
  return [
    ['readOnlyHint', readOnly],
    ['destructiveHint', destructiveOf(verdict, stated)],
    ['idempotentHint', idempotentOf(stated)],
    open,
  ];
}

/** The hints of {@link hintsFor} that the author states otherwise; none for an unrated verdict. */
export function restatedHints(verdict: Verdict, stated: JsonObject): HintOf[] {
  if (verdict.risk === null) return [];
  return hintsFor(verdict, stated).filter(
    ([hint, { value }]) => typeof stated[hint] === 'boolean' && stated[hint] !== value,
  );
}

function readOnlyOf({ category }: Verdict, { readOnlyHint, destructiveHint }: JsonObject): HintLine {
  if (category !== 'Read') return { value: false, why: `The verdict is ${category}.`, leftOut: DEFAULT };
  if (readOnlyHint === false) return { value: false, why: BEYOND };
  if (readOnlyHint !== true && destructiveHint === true)
    return { value: false, why: 'The author states that a call may destroy, and that claim stands.' };
  return {
    value: true,
    why: 'The verdict is Read.',
    leftOut: 'Left out, a client assumes false; destructiveHint and idempotentHint mean nothing beside true.',
  };
}

function destructiveOf({ effects, flags }: Verdict, { destructiveHint }: JsonObject): HintLine {
  if (flags.includes('delete')) return { value: true, why: 'A call can delete.', leftOut: DEFAULT };
  if (effects.includes('run-arbitrary'))
    return { value: true, why: 'The caller writes what runs, and that may destroy.', leftOut: DEFAULT };
  if (destructiveHint === true) return { value: true, why: BEYOND };
  if (destructiveHint === false)
    return {
      value: false,
      why: 'The author states that a call only adds; the definition shows nothing that it destroys.',
    };
  if (effects.every((effect) => STILL.has(effect)))
    return { value: false, why: 'No effect destroys anything.', leftOut: 'Left out, a client assumes true.' };
  const mayOnlyAdd = effects.every((effect) => MAY_ONLY_ADD.has(effect));
  const hint = mayOnlyAdd ? ' Write false if nothing is ever overwritten or removed.' : '';
  return {
    value: true,
    why: `The definition does not show that a call only adds; false would claim it.${hint}`,
  };
}

/** No definition shows what a second call does, so the author's word stands, and without one the default. */
function idempotentOf({ idempotentHint }: JsonObject): HintLine {
  if (typeof idempotentHint === 'boolean')
    return {
      value: idempotentHint,
      why: 'The author states it, and the definition shows nothing against it.',
    };
  return {
    value: false,
    why: 'The definition does not show that repeating a call adds nothing.',
    leftOut: DEFAULT,
  };
}

function openWorldOf({ effects, flags, signals }: Verdict, { openWorldHint }: JsonObject): HintLine {
  if (effects.includes('fetch-any'))
    return { value: true, why: 'A call fetches web content.', leftOut: DEFAULT };
  if (effects.includes('communicate') || flags.includes('outbound'))
    return { value: true, why: 'A call reaches others.', leftOut: DEFAULT };
  if (flags.includes('untrusted'))
    return { value: true, why: 'A call returns what outsiders wrote.', leftOut: DEFAULT };
  if (openWorldHint === false)
    return { value: false, why: 'The author states it, and nothing in the verdict contradicts it.' };
  const staysIn = effects.every((effect) => STAYS_IN.has(effect)) && !signals.includes('url');
  if (openWorldHint !== true && staysIn)
    return {
      value: false,
      why: 'A call stays within the session.',
      leftOut: 'Left out, a client assumes true.',
    };
  return { value: true, why: 'The definition does not show a closed world.', leftOut: DEFAULT };
}
