import { RE2JS } from 're2js';
import type { Answer } from './equality.ts';

/** Longer patterns, and those that compile to more, are errors: time grows with pattern times text. */
export const MAX_PATTERN = 1000;
/** Texts beyond this are undecided. */
const MAX_TEXT = 100_000;
/** Instructions of the compiled pattern times characters of the text; beyond it a match is undecided. */
const MAX_WORK = 10_000_000;

/** A pattern ready to search with, or why it is none. Never throws. */
export function compiled(pattern: string): { search: ((text: string) => Answer) | null; trouble: string } {
  if (pattern.length > MAX_PATTERN) return { search: null, trouble: `it has ${pattern.length} characters` };
  try {
    const machine = RE2JS.compile(pattern);
    const size = machine.programSize();
    if (size > MAX_PATTERN) return { search: null, trouble: `it compiles to ${size} instructions` };
    const search = (text: string): Answer => {
      if (text.length > MAX_TEXT || text.length * size > MAX_WORK) return 'undecided';
      return machine.matcher(text).find() ? 'yes' : 'no';
    };
    return { search, trouble: '' };
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    return { search: null, trouble: trouble.replace(/^error parsing regexp: /, '') };
  }
}
