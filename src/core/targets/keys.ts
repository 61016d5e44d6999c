/** Which names a user can give a server where a target has to write it down. */
export interface KeyRule {
  problem(key: string): string | null;
  nearest(key: string): string;
}

/** Any name that is one: it is written as a plain value, or not at all. */
export const ANY_KEY: KeyRule = {
  problem: (key) =>
    key === '' || !key.isWellFormed()
      ? 'The server has no name that can be written. Name it such as my-server.'
      : null,
  nearest: (key) => key.toWellFormed() || 'server',
};

/**
 * Names that fit a pattern. `says` is the whole sentence for one that does not; in the nearest name each run of
 * characters outside of `allowed` becomes `joint`.
 */
export function keysLike(pattern: RegExp, says: string, allowed: RegExp, joint: string): KeyRule {
  const fits = (key: string): boolean => pattern.test(key);
  return {
    problem: (key) => (fits(key) ? null : says),
    nearest: (key) => {
      if (fits(key)) return key;
      const near = key
        .toLowerCase()
        .split(allowed)
        .filter((part) => part !== '')
        .join(joint)
        .slice(0, 60);
      return fits(near) ? near : 'server';
    },
  };
}

/** Says that a target cannot take a name and which one stands for it; null where it can. */
export function renamedNote(
  { title, keyFor }: { title: string; keyFor(key: string): string },
  wanted: string,
): string | null {
  const key = keyFor(wanted);
  return key === wanted ? null : `${title} cannot take the name ${wanted}: ${key} stands for it here.`;
}

/** Letters, digits, dots, slashes, hyphens and underscores: what the patterns of clients leave alone. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/.test(name);
}

/** Names of letters, digits, dots, hyphens and underscores. */
export const PLAIN_KEYS = keysLike(
  /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,
  'Here the name of a server may hold letters, digits, dots, hyphens and underscores only. Name it such as my-server.',
  /[^A-Za-z0-9_.-]+/,
  '-',
);

/** The name of a tool where it is written as a value; null for one that no UTF-8 file can hold. */
export function wellFormed(tool: string): string | null {
  return tool.isWellFormed() ? tool : null;
}
