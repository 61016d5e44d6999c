import { PROOFS, provedBy } from '../../targets/proofs.ts';
import type { Ability, Support, Target, TargetId } from '../../targets/target.ts';
import { TARGETS } from '../../targets/targets.ts';
import { UNWRITTEN } from '../../targets/unwritten.ts';
import { targetHref } from '../hrefs.ts';

/** Columns of the matrix, with what each asks of a target. */
export const ABILITIES: readonly { id: Ability; label: string; means: string }[] = [
  { id: 'allow', label: 'Allow', means: 'calls of one tool pass without a question' },
  { id: 'ask', label: 'Ask', means: 'a person approves each call' },
  { id: 'deny', label: 'Deny', means: 'no call of one tool passes' },
  { id: 'hide', label: 'Hide', means: 'the model is not told of the tool' },
  { id: 'limit', label: 'Limit', means: 'calls of one tool are counted and capped' },
  { id: 'arguments', label: 'Arguments', means: 'a call is judged by its arguments' },
];

/** What stands behind a cell. unwritten: no form of ours uses it. none: the target has no such thing. */
type CellState = 'vendor' | 'matcher' | 'documented' | 'unwritten' | 'none';

export const CELL_STATES: readonly { id: CellState; label: string; means: string }[] = [
  {
    id: 'vendor',
    label: 'vendor',
    means:
      'Proven: an evaluator of the vendor read our files and decided as meant, in every test; or, where a date stands with it, in a run of that day over the whole catalogue.',
  },
  {
    id: 'matcher',
    label: 'matcher',
    means:
      'Proven: a reader of ours, which shares no code with the writer, decided as meant by the documented rules.',
  },
  {
    id: 'documented',
    label: 'documented',
    means: 'The vendor’s documentation or source says so; nothing has read our files back.',
  },
  {
    id: 'unwritten',
    label: 'exists, not written',
    means:
      'Its documentation shows a way, linked beside the word, and our files do not use it; the page of the target says what there is and why it is not written.',
  },
  {
    id: 'none',
    label: 'not possible',
    means: 'No rule of this target that we found in its documentation does it.',
  },
];

/** Stands beside the state of a cell. */
export const ADVISORY = {
  label: 'advisory',
  means:
    'Beside another word, with a half shape: our file says so, and the target does it only while its user lets it; the page of the target says what it takes. A reader that decides as meant proves no more than that.',
};

/** True where one of our files tells the target to. */
export function isWritten({ state }: Pick<MatrixCell, 'state'>): boolean {
  return state !== 'none' && state !== 'unwritten';
}

export interface MatrixCell {
  ability: Ability;
  state: CellState;
  /** A word on the cell: what stands in its place, or how far it reaches; null for none. */
  note: string | null;
  /** True where the target does so only while its user lets it, as the status of an export says. */
  advisory: boolean;
  /** Where an unwritten one is documented; null for the others. */
  source: string | null;
}

/** One target, as a row of the matrix. */
export interface MatrixRow {
  id: TargetId;
  title: string;
  kind: Target['kind'];
  href: string;
  file: string;
  cells: MatrixCell[];
  version: string;
  /** Evaluator of the vendor that our files were tried on, with its version; null for none. */
  evaluator: string | null;
  source: { url: string; read: string };
}

/** What is given where a target has no such thing. */
const INSTEAD: Partial<Record<`${Ability} ${Support}`, string>> = {
  'allow degraded': 'stricter form given',
  'ask degraded': 'denied instead',
  'hide degraded': 'denied instead',
};

function cellOf(target: Target, ability: Ability): MatrixCell {
  const support = target.supports[ability];
  // Of arguments a target can judge some: those rules are as good as any, and the others are said to be missing.
  const inPart = ability === 'arguments' && support === 'degraded';
  if (support === 'yes' || inPart)
    return {
      ability,
      state: provedBy(target.id, ability),
      note: inPart ? 'in part' : null,
      advisory: target.advisory !== null,
      source: null,
    };
  const source = UNWRITTEN[target.id]?.[ability]?.source ?? null;
  const note = INSTEAD[`${ability} ${support}`] ?? null;
  return { ability, state: source === null ? 'none' : 'unwritten', note, advisory: false, source };
}

export function matrixRow(target: Target): MatrixRow {
  const { id, title, kind, fileName, version, source } = target;
  const { engine, version: engineVersion, run } = PROOFS[id];
  return {
    id,
    title,
    kind,
    href: targetHref(id),
    file: fileName,
    cells: ABILITIES.map((ability) => cellOf(target, ability.id)),
    version,
    evaluator:
      engine === null ? null : `${engine} ${engineVersion ?? ''}${run === null ? '' : `, run of ${run}`}`,
    source,
  };
}

/** Kinds in the order in which they are shown. */
export const KINDS: readonly { id: Target['kind']; label: string }[] = [
  { id: 'client', label: 'Clients' },
  { id: 'api', label: 'APIs' },
  { id: 'gateway', label: 'Gateways' },
];

/** Every target: policy.json first, the others by kind. */
export function matrixRows(): MatrixRow[] {
  const [first, ...others] = TARGETS.map(matrixRow);
  const sorted = KINDS.flatMap(({ id }) => others.filter(({ kind }) => kind === id));
  return first === undefined ? sorted : [first, ...sorted];
}
