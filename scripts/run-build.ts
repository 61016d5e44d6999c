import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAttacks } from '../src/ingest/attacks.ts';
import { type BuildOutcome, buildSite, type Progress } from '../src/pipeline/build-site.ts';
import { inputFindings } from '../src/pipeline/input-findings.ts';
import { labelledTools } from '../src/pipeline/labelled-tools.ts';
import { loadClassifier } from '../src/pipeline/rulebook.ts';
import { contentSecurityPolicy } from '../src/site/content-security-policy.ts';
import { THEME_SCRIPT_HASH } from '../src/site/theme.ts';

export interface BuildOptions {
  /** Catalogue folders and files of definitions; the embedded catalogue when there are none. */
  catalog: string[];
  out: string;
  /** Origin the site is published at, without a slash at the end. */
  site: string;
  contactEndpoint?: string;
  contactMail?: string;
}

const EMBEDDED = 'catalog';

/** Rules and labels come from the first catalogue that has some, else from the embedded one. */
export async function runBuild(options: BuildOptions, progress: Progress): Promise<BuildOutcome> {
  const inputs = options.catalog.length === 0 ? [EMBEDDED] : options.catalog;
  const rules = inputs.find((input) => existsSync(join(input, 'rules'))) ?? EMBEDDED;
  const { classifier, findings } = loadClassifier(rules);
  const labels = labelledTools(rules);
  findings.push(...labels.findings, ...readAttacks(rules).findings);
  if (classifier === null || findings.some(({ severity }) => severity === 'error'))
    return { built: null, findings: [...findings, ...(await inputFindings(inputs, classifier))] };
  const outcome = await buildSite({
    inputs,
    out: options.out,
    site: options.site,
    contactEndpoint: options.contactEndpoint ?? null,
    contactMail: options.contactMail ?? null,
    // A header speaks for all pages; the meta tags of all but the search page are stricter.
    contentSecurityPolicy: contentSecurityPolicy([THEME_SCRIPT_HASH], options.contactEndpoint, true),
    classifier,
    rulesDir: rules,
    readingDir: inputs.find((input) => existsSync(join(input, 'guides'))) ?? EMBEDDED,
    labels: labels.set,
    progress,
  });
  return { ...outcome, findings: [...findings, ...outcome.findings] };
}
