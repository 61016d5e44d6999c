import type { ToolRow } from '../core/present/page-model.ts';
import { type RulePage, type RuleRow, ruleMarkdown, rulePage } from '../core/present/rule-page.ts';
import { type RuleFile, readRulebook } from '../ingest/rules.ts';
import { writeYaml } from '../ingest/yaml.ts';
import type { SiteFiles } from './site-files.ts';
import type { SurveyedServer } from './survey.ts';

/** The page of every rule with its twins, and the list of them. Returns their addresses. */
export function writeRulePages(
  models: SiteFiles,
  site: SiteFiles,
  rulesDir: string,
  servers: readonly SurveyedServer[],
): string[] {
  const { rules, lexicons } = readRulebook(rulesDir).files;
  const byId = new Map(lexicons.map((lexicon) => [lexicon.id, lexicon]));
  const firings = firingsOf(servers);
  const pages = rules
    .map((file) => rulePage({ ...factsOf(file), fired: firings.get(file.rule.id) ?? [] }, byId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const page of pages) {
    models.writeJson(`rules/${page.id}.json`, page);
    site.write(`rules/${page.id}/index.json`, `${JSON.stringify(page)}\n`);
    site.write(`rules/${page.id}/index.md`, ruleMarkdown(page));
  }
  models.writeJson('rules.json', pages.map(rowOf));
  return ['/rules/', ...pages.map(({ href }) => href)];
}

function factsOf({ rule, cases }: RuleFile) {
  const unless = rule.unless === undefined ? null : writeYaml(rule.unless);
  return { rule, cases, when: writeYaml(rule.when), unless };
}

function rowOf({ id, href, emits, why, tools }: RulePage): RuleRow {
  return { id, href, emits, why, tools };
}

/** Tools by the rules that fired on them, in the order of the catalogue. */
function firingsOf(servers: readonly SurveyedServer[]): Map<string, ToolRow[]> {
  const firings = new Map<string, ToolRow[]>();
  for (const { rows, verdicts } of servers) {
    for (const [index, row] of rows.entries()) {
      for (const rule of new Set(verdicts[index]?.reasons.map((reason) => reason.rule))) {
        const known = firings.get(rule);
        if (known === undefined) firings.set(rule, [row]);
        else known.push(row);
      }
    }
  }
  return firings;
}
