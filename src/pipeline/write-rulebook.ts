import { readRulebook } from '../ingest/rules.ts';
import type { SiteFiles } from './site-files.ts';

/** `/api/v1/rules.json`: every rule and lexicon, so that a browser reaches the same verdicts as the command line. */
export function writeRulebook(site: SiteFiles, rulesDir: string): void {
  const { rules, lexicons } = readRulebook(rulesDir).files;
  site.writeJson('api/v1/rules.json', { version: '1', rules: rules.map(({ rule }) => rule), lexicons });
}
