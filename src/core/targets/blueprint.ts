import type { Decision } from '../recommend/decision-table.ts';
import { outcomeOf } from './outcome.ts';
import { type Abilities, type Planned, plan, supportsOf } from './plan.ts';
import type { RenderedFile, Rendering, ServerTools, Support, Target } from './target.ts';

/** What a renderer writes from. */
export interface Draft {
  server: ServerTools;
  planned: readonly Planned[];
  only: boolean;
}

/** A target without what is the same for all of them. */
export interface Blueprint extends Omit<Target, 'supports' | 'render' | 'keyProblem'> {
  abilities: Abilities;
  judgesArguments: Support;
  keyProblem?(key: string): string | null;
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
  const { abilities, judgesArguments, addressOf, others, write, notes, setUp, check, before, ...facts } =
    blueprint;
  const keyProblem = (key: string): string | null =>
    key === '' ? 'The server has no name.' : (blueprint.keyProblem?.(key) ?? null);
  return {
    ...facts,
    supports: supportsOf(abilities, judgesArguments),
    keyProblem,
    render(server, records, { only }): Rendering {
      const problem = keyProblem(server.key);
      const address = (tool: string): string | null =>
        problem === null ? addressOf(tool, server.key) : null;
      const planned = plan(records, abilities, address);
      const draft = { server, planned, only };
      const rest = problem === null ? others(draft) : before;
      return {
        target: blueprint.id,
        files: problem === null ? write(draft) : [],
        perTool: planned.map((one) => outcomeOf(one, abilities, rest)),
        others: rest,
        rest: rest === 'deny' || rest === 'hide' ? 'denies-the-rest' : 'isolated',
        notes: [
          ...(problem === null ? (notes?.(draft) ?? []) : [problem]),
          ...(abilities.advisory === undefined ? [] : [abilities.advisory]),
        ],
        setUp: [...setUp],
        check,
      };
    },
  };
}
