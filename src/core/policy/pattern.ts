import { RE2JS } from 're2js';
import type { Answer } from './equality.ts';

/** Longer patterns, and those that compile to more, are errors: time grows with pattern times text. */
export const MAX_PATTERN = 1000;
/** Texts beyond this are undecided. */
const MAX_TEXT = 100_000;
/** Instructions of the compiled pattern times characters of the text; beyond it a match is undecided. */
const MAX_WORK = 10_000_000;

/** A pattern ready to search with, or why it is none. */
interface Compiled {
  search: ((text: string) => Answer) | null;
  trouble: string;
}

/** Compiling costs more than matching, and a policy asks the same few patterns of every call. */
const MEMORY = new Map<string, Compiled>();
const MAX_MEMORY = 200;

/** Compiles a pattern, or remembers it. Never throws. */
export function compiled(pattern: string): Compiled {
  const known = MEMORY.get(pattern);
  if (known !== undefined) return known;
  if (MEMORY.size >= MAX_MEMORY) MEMORY.clear();
  const made = compile(pattern);
  MEMORY.set(pattern, made);
  return made;
}

function compile(pattern: string): Compiled {
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
