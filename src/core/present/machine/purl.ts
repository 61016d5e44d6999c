import type { ServerEntry } from '../../catalogue/entry.ts';

/** Names that npm has given out since it forbade capitals; nothing else reaches an address. Source: docs of npm, "name" of package.json. */
const NPM_NAME = /^(?:@([a-z0-9-][a-z0-9._-]*)\/)?([a-z0-9-][a-z0-9._-]*)$/;
/** Windows gives these no file, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;
const LONGEST = 214;

/** A package by its package URL without a version, and where it is looked up. */
export interface PackagePlace {
  purl: string;
  /** Below the root of the site; safe as a path. */
  file: string;
  href: string;
}

/** The npm package of a server; null where it has none, or one whose name no registry would take. Source: purl specification, type npm. */
export function packagePlace({ source }: Pick<ServerEntry, 'source'>): PackagePlace | null {
  const name = source.kind === 'npm' ? (source.package ?? '') : '';
  const [found, scope, bare] = NPM_NAME.exec(name) ?? [];
  if (found === undefined || bare === undefined || name.length > LONGEST) return null;
  if ([scope, bare].some((part) => part !== undefined && DEVICE.test(part))) return null;
  const folder = 'api/v1/identifiers/purl/npm';
  return {
    purl: `pkg:npm/${scope === undefined ? '' : `%40${scope}/`}${bare}`,
    file: `${folder}/${name}.json`,
    href: `/${folder}/${name}.json`,
  };
}
