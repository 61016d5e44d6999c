import { isObject, type JsonValue } from '../core/tool/json.ts';
import { npm } from './npm.ts';
import type { InstalledPackage } from './npm-package.ts';
import { Stopped } from './problem.ts';

/** Longer than any name that the MCP registry takes. */
const LONGEST_NAME = 200;

/** The name that a package claims in the MCP registry; null when it claims none. */
export function mcpNameOf({ manifest }: InstalledPackage): string | null {
  const name = manifest['mcpName'];
  return typeof name === 'string' && name !== '' ? name.slice(0, LONGEST_NAME) : null;
}

/**
 * Whether the package registry holds a signed statement of how this version was built; null when the registry that is
 * asked tells nothing of signatures, as many mirrors do. Nothing is verified here. Never throws: not to know is an
 * answer. Source: npm, `dist.attestations` and `dist.signatures` of a version.
 */
export async function isAttested(
  { name, version }: InstalledPackage,
  folder: string,
  timeoutMs: number,
): Promise<boolean | null> {
  const spec = `${name}@${version}`;
  try {
    const dist = parsed(await npm(['view', '--json', '--', spec, 'dist'], folder, spec, timeoutMs));
    if (!isObject(dist)) return null;
    if (isObject(dist['attestations'])) return true;
    return Array.isArray(dist['signatures']) ? false : null;
  } catch (error) {
    if (error instanceof Stopped) return null;
    throw error;
  }
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
