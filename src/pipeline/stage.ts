import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Finding } from '../core/finding.ts';

/** A folder beside the output in which a site is built, unseen until it is published. */
export interface Stage {
  /** Where the site is built; becomes what `out` points to. */
  site: string;
  /** Page models and other files that do not outlive the build. */
  work: string;
  /** Holds both; the renderer runs in it. */
  root: string;
  /** Makes `out` point here by one rename, then removes what it pointed to before. */
  publish(): void;
  /** Removes everything built here; `out` is untouched. */
  discard(): void;
}

/**
 * Opens a stage beside `out`; publishing clears what killed builds left there. `out` is a symbolic link to the
 * published version, because one rename(2) can replace a link but never a folder that has content.
 * A version is named `.<out>-<number>.<process>`: the number is never used twice while a version exists, and
 * the process says whether its build still runs.
 */
export function openStage(out: string): { stage: Stage | null; findings: Finding[] } {
  try {
    mkdirSync(dirname(resolve(out)), { recursive: true });
    const link = join(realpathSync(dirname(resolve(out))), basename(resolve(out)));
    restore(link);
    const finding = occupied(link, out);
    if (finding !== null) return { stage: null, findings: [finding] };
    return { stage: newStage(link), findings: [] };
  } catch (error) {
    return { stage: null, findings: [unwritable(out, error)] };
  }
}

function newStage(link: string): Stage {
  const version = newVersion(link);
  const site = join(version, 'site');
  const work = join(version, 'work');
  mkdirSync(site);
  mkdirSync(work);
  const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return {
    site,
    work,
    root: version,
    discard: () => remove(version),
    publish: () => {
      for (const name of readdirSync(version)) if (name !== 'site') remove(join(version, name));
      const previous = targetOf(link);
      swap(link, version);
      if (previous !== null) remove(previous);
      clearLeftovers(link);
    },
  };
}

function swap(link: string, version: string): void {
  const next = `${version}.link`;
  symlinkSync(join(basename(version), 'site'), next);
  if (kindOf(link) !== 'folder') {
    renameSync(next, link);
    return;
  }
  // A site in a real folder cannot be replaced by one rename: it steps aside, once, and comes back if the
  // build dies in between (see `restore`).
  const aside = `${version}.aside`;
  renameSync(link, aside);
  renameSync(next, link);
  rmSync(aside, { recursive: true, force: true });
}

/** Puts back a site that stepped aside when its build was killed before the link took its place. */
function restore(link: string): void {
  const aside = versionsOf(link).findLast((version) => version.path.endsWith('.aside'));
  if (aside !== undefined && kindOf(link) === 'nothing') renameSync(aside.path, link);
}

function newVersion(link: string): string {
  const taken = versionsOf(link).map((version) => version.number);
  for (let number = Math.max(0, ...taken) + 1; ; number++) {
    const folder = join(dirname(link), `.${basename(link)}-${number}.${process.pid}`);
    try {
      mkdirSync(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * A version that is not published and whose build no longer runs was left by a build that was killed.
 * Cleared last: ext4 makes new files slowly for a while after it removed many.
 */
function clearLeftovers(link: string): void {
  const published = targetOf(link);
  for (const version of versionsOf(link)) {
    if (version.path === published || isRunning(version.process)) continue;
    rmSync(version.path, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Version {
  path: string;
  number: number;
  process: number;
}

function versionsOf(link: string): Version[] {
  const prefix = `.${basename(link)}-`;
  return readdirSync(dirname(link)).flatMap((name) => {
    const parts = name.startsWith(prefix)
      ? /^(\d+)\.(\d+)(?:\.link|\.aside)?$/.exec(name.slice(prefix.length))
      : null;
    if (parts === null) return [];
    return [{ path: join(dirname(link), name), number: Number(parts[1]), process: Number(parts[2]) }];
  });
}

/** A version of this very process is none that runs: a build opens one stage at a time. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function targetOf(link: string): string | null {
  if (kindOf(link) !== 'link') return null;
  const target = resolve(dirname(link), readlinkSync(link));
  return dirname(target);
}

function kindOf(path: string): 'link' | 'folder' | 'file' | 'nothing' {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  if (found.isSymbolicLink()) return 'link';
  return found.isDirectory() ? 'folder' : 'file';
}

/** What stands at `out` and was not put there by a build is not ours to remove. */
function occupied(link: string, out: string): Finding | null {
  const kind = kindOf(link);
  if (kind === 'nothing' || (kind === 'link' && isVersion(link))) return null;
  if (kind === 'folder' && isSite(link)) return null;
  const message = `"${out}" exists and holds something other than a built site.`;
  const hint =
    'Remove or rename it, or name another folder with --out; a build replaces only a site or an empty folder.';
  return { code: 'output-occupied', severity: 'error', file: out, line: null, path: '', message, hint };
}

function isSite(folder: string): boolean {
  const names = readdirSync(folder);
  return names.length === 0 || names.includes('index.html');
}

function isVersion(link: string): boolean {
  const version = targetOf(link);
  return (
    version !== null &&
    dirname(version) === dirname(link) &&
    basename(version).startsWith(`.${basename(link)}-`)
  );
}

/** A disk that is full or turns read-only while a site is built, as a finding; null for any other error. */
export function writingFailed(out: string, error: unknown): Finding | null {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && REFUSALS.has(code) ? unwritable(out, error) : null;
}

const REFUSALS = new Set(['EACCES', 'EDQUOT', 'EFBIG', 'EIO', 'EMFILE', 'ENOSPC', 'EPERM', 'EROFS']);

function unwritable(out: string, error: unknown): Finding {
  const message = `The output folder cannot be written: ${(error as Error).message}.`;
  const hint = `Check permissions and free space of the folder that holds "${out}", or name another with --out.`;
  return { code: 'unwritable-output', severity: 'error', file: out, line: null, path: '', message, hint };
}
