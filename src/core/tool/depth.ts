/** Deeper nesting than this has no use in a definition and would exhaust the stack of whoever walks it. */
export const MOST_LEVELS = 200;

/** JSON Pointer of the tool that nests deeper than `most`, walked without recursion; null when none does. */
export function deeperThan(value: unknown, most: number): string | null {
  const open: Branch[] = [{ value, level: 0, path: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.level > most) return next.path;
    open.push(...branchesOf(next));
  }
  return null;
}

interface Branch {
  value: unknown;
  level: number;
  path: string;
}

function branchesOf({ value, level, path }: Branch): Branch[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, child]) => ({
    value: child,
    level: level + 1,
    path: level < 3 ? `${path}/${key}` : path,
  }));
}
