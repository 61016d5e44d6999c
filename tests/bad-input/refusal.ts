import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuild } from '../../scripts/run-build.ts';
import type { Finding } from '../../src/core/finding.ts';

const FIXTURES = 'tests/fixtures/bad-input';

/** One line a finding, as a person would point at it: code, file below the fixture, line. */
export type Place = [code: string, file: string, line: number | null];

/**
 * Builds a fixture over a published site. Fails when the build publishes, when it leaves anything behind, or
 * when the published site is not what it was.
 */
export async function refusalOf(fixture: string): Promise<{ findings: Finding[]; places: Place[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'toolwarden-refusal-'));
  try {
    const out = publishedSite(folder);
    const before = readdirSync(folder);
    const catalog = [join(FIXTURES, fixture)];
    const { built, findings } = await runBuild({ catalog, out, site: 'https://example.org' }, () => {});
    if (built !== null) throw new Error(`${fixture} was published`);
    if (readFileSync(join(out, 'index.html'), 'utf8') !== 'previous')
      throw new Error('the previous site changed');
    const after = readdirSync(folder);
    if (after.join() !== before.join()) throw new Error(`left behind: ${after.join(', ')}`);
    if (!lstatSync(out).isSymbolicLink() || readlinkSync(out) !== '.dist-1.1/site')
      throw new Error('the link changed');
    const errors = findings.filter((finding) => finding.severity === 'error');
    return { findings: errors, places: errors.map((finding) => placeOf(finding, fixture)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function publishedSite(folder: string): string {
  mkdirSync(join(folder, '.dist-1.1/site'), { recursive: true });
  writeFileSync(join(folder, '.dist-1.1/site/index.html'), 'previous');
  symlinkSync('.dist-1.1/site', join(folder, 'dist'));
  return join(folder, 'dist');
}

function placeOf({ code, file, line }: Finding, fixture: string): Place {
  return [
    code,
    (file ?? '').replace(`${FIXTURES}/${fixture}/servers/`, '').replace(`${FIXTURES}/`, ''),
    line,
  ];
}
