import type { AttackPattern } from './pattern.ts';
import type { Trouble } from './troubles.ts';

/** A pattern that matches more than this share of all tools tells a reader little: it must say why it is kept. */
const BROAD = 1 / 10;

/** What a pattern's reach in a catalogue says against it; `met` is how many of `all` tools meet it or play a part. */
export function reachTroubles(pattern: AttackPattern, met: number, all: number): Trouble[] {
  const { when, broad, rare } = pattern;
  if (all === 0 || when.everyTool !== undefined) return [];
  if (met > all * BROAD && broad === undefined)
    return [
      {
        code: 'broad-pattern',
        path: '/when',
        message: `The predicate matches ${met} of ${all} tools, more than a tenth.`,
        hint: 'Ask for more, or write broad: with the reason why so many tools belong here.',
      },
    ];
  if (met === 0 && rare === undefined)
    return [
      {
        code: 'idle-pattern',
        path: '/when',
        message: 'The predicate matches no tool of the catalogue.',
        hint: 'Ask for less, or write rare: with the reason why it is kept.',
      },
    ];
  if (met > 0 && rare !== undefined)
    return [
      {
        code: 'not-so-rare',
        path: '/rare',
        message: `It says that no tool meets it, and ${met} do.`,
        hint: 'Remove the key rare.',
      },
    ];
  return [];
}
