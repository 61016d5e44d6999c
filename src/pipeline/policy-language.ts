import { EXAMPLE_CHAPTERS } from '../core/policy/examples.ts';
import { languageMarkdown, languagePage } from '../core/present/policy-language.ts';
import type { SiteFiles } from './site-files.ts';

/** The page of the policy language; its JSON twin holds the examples as the evaluator's tests run them. Returns its address. */
export function writePolicyLanguage(models: SiteFiles, site: SiteFiles): string {
  const page = languagePage();
  models.writeJson('policy-language.json', page);
  site.write(
    'policy/language/index.json',
    `${JSON.stringify({ version: '1', chapters: EXAMPLE_CHAPTERS })}\n`,
  );
  site.write('policy/language/index.md', languageMarkdown(page));
  return page.href;
}
