/** One thing wrong with a policy, for the person who writes it. */
export interface Problem {
  /** An error refuses the policy; a warning is a rule that does something else than it seems to. */
  severity: 'error' | 'warning';
  /** Permanent kebab-case id. */
  code: string;
  /** JSON Pointer; '' for the whole text. */
  pointer: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  message: string;
  /** What to write instead. */
  instead: string;
}

/** Where the texts of a document begin, by JSON Pointer; `key` is null for what stands under no key. */
export type Places = ReadonlyMap<string, { value: number; key: number | null }>;

/** Collects problems; a check says where, what and what to write instead, in the words of the person's own text. */
export interface Report {
  error(code: string, at: string, message: string, instead: string): void;
  warning(code: string, at: string, message: string, instead: string): void;
  /** The same as `error`, at the key instead of its value. */
  errorAtKey(code: string, at: string, message: string, instead: string): void;
  /** At a place in the text itself. */
  errorAtOffset(code: string, offset: number, message: string, instead: string): void;
  problems: Problem[];
}

/** A report over one text. A pointer without a place is told at its nearest ancestor. */
export function reportOn(text: string, places: Places): Report {
  const starts = lineStarts(text);
  const problems: Problem[] = [];
  const add = (
    severity: Problem['severity'],
    [code, pointer, offset]: [string, string, number],
    [message, instead]: [string, string],
  ): void => {
    const line = starts.findLastIndex((start) => start <= offset);
    const column = offset - (starts[line] ?? 0) + 1;
    problems.push({ severity, code, pointer, line: line + 1, column, message, instead });
  };
  return {
    error: (code, at, ...words) => add('error', [code, at, placeOf(at, places).value], words),
    warning: (code, at, ...words) => add('warning', [code, at, placeOf(at, places).value], words),
    errorAtKey: (code, at, ...words) => {
      const { key, value } = placeOf(at, places);
      add('error', [code, at, key ?? value], words);
    },
    errorAtOffset: (code, offset, ...words) => add('error', [code, '', offset], words),
    problems,
  };
}

function placeOf(at: string, places: Places): { value: number; key: number | null } {
  for (let pointer = at; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const place = places.get(pointer);
    if (place !== undefined) return place;
  }
  return places.get('') ?? { value: 0, key: null };
}

function lineStarts(text: string): number[] {
  const breaks = [...text.matchAll(/\r\n|\n|\r/g)];
  return [0, ...breaks.map((found) => found.index + found[0].length)];
}
