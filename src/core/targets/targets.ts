import { claudeCode } from './claude-code.ts';
import { policylayer } from './policylayer.ts';
import type { PolicyRecord } from './record.ts';
import type { Rendering, ServerTools, Target } from './target.ts';

/** Every target, in the order in which pages and commands list them. */
export const TARGETS: readonly Target[] = [policylayer, claudeCode];

/** The target of that id; null when there is none. */
export function targetOfId(id: string): Target | null {
  return TARGETS.find((target) => target.id === id) ?? null;
}

/** Every target's rendering of some records, in the order of {@link TARGETS}. */
export function renderAll(server: ServerTools, records: readonly PolicyRecord[], only: boolean): Rendering[] {
  return TARGETS.map((target) => target.render(server, records, { only }));
}
