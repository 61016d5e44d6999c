import type { Decision } from '../recommend/decision-table.ts';
import type { KeyRule } from './keys.ts';
import { outcomeOf } from './outcome.ts';
import { type Abilities, type Planned, plan, supportsOf } from './plan.ts';
import type { PolicyRecord } from './record.ts';
import type { Place, RenderedFile, Rendering, ServerTools, Support, Target } from './target.ts';

/** What a renderer writes from. */
export interface Draft {
  server: ServerTools;
  planned: readonly Planned[];
  only: boolean;
}

/** A target without what is the same for all of them. */
export interface Blueprint
  extends Omit<Target, 'supports' | 'advisory' | 'places' | 'render' | 'keyProblem' | 'keyFor'> {
  places?: ReadonlyMap<string, Place>;
  abilities: Abilities;
  /** What differs in the form for single tools. */
  onlyAbilities?: Partial<Abilities>;
  judgesArguments: Support;
  keys: KeyRule;
  /** What rules for the whole server or words of the target make of what was planned. */
  settle?(planned: readonly Planned[], only: boolean): Planned[];
  /** The name a rule of this target goes by; null when none names this tool alone. */
  addressOf(tool: string, key: string): string | null;
  /** What the files alone make of a tool they do not name. */
  others(draft: Draft): Decision;
  write(draft: Draft): RenderedFile[];
  notes?(draft: Draft): string[];
  setUp: readonly string[];
  check: string;
  /** What the target does before any of this is set up; what a rendering without files leaves in force. */
  before: Decision;
}

/** Makes a target of its blueprint: plans the records, has them written, and tells what became of each. */
export function targetOf(blueprint: Blueprint): Target {
  const { id, title, kind, language, fileName, whereItLives, source, version, degrades, naming } = blueprint;
  const { keys, abilities, onlyAbilities, judgesArguments } = blueprint;
  return {
    ...{ id, title, kind, language, fileName, whereItLives, source, version, degrades, naming },
    places: blueprint.places ?? new Map(),
    supports: supportsOf(abilities, judgesArguments),
    advisory: abilities.advisory ?? null,
    keyProblem: keys.problem,
    keyFor: keys.nearest,
    render: (server, records, { only }) =>
      rendered(blueprint, only ? { ...abilities, ...onlyAbilities } : abilities, server, records, only),
  };
}

function rendered(
  blueprint: Blueprint,
  abilities: Abilities,
  server: ServerTools,
  records: readonly PolicyRecord[],
  only: boolean,
): Rendering {
  const { key } = server;
  const problem = blueprint.keys.problem(key);
  const addressOf = (tool: string): string | null =>
    problem === null && tool !== '' ? blueprint.addressOf(tool, key) : null;
  const first = plan(records, abilities, addressOf);
  const draft = { server, planned: blueprint.settle?.(first, only) ?? first, only };
  const others = problem === null ? blueprint.others(draft) : blueprint.before;
  const notes = problem === null ? (blueprint.notes?.(draft) ?? []) : [problem];
  return {
    target: blueprint.id,
    files: problem === null ? blueprint.write(draft) : [],
    perTool: draft.planned.map((one) => outcomeOf(one, abilities, others)),
    others,
    rest: restOf(others, blueprint.before),
    notes: abilities.advisory === undefined ? notes : [...notes, abilities.advisory],
    setUp: [...blueprint.setUp],
    check: blueprint.check,
  };
}

/** What becomes of the tools that are not named, against what they were before. */
function restOf(others: Decision, before: Decision): Rendering['rest'] {
  if (others === 'deny' || others === 'hide') return 'denies-the-rest';
  return others === 'ask' && before === 'allow' ? 'asks-the-rest' : 'isolated';
}
