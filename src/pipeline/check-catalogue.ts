import { existsSync, readFileSync } from 'node:fs';
import type { Finding } from '../core/finding.ts';
import { ruleHref } from '../core/present/hrefs.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { noticeOf } from '../ingest/notice.ts';
import { problem } from '../ingest/problem.ts';
import { type RulebookFiles, readRulebook } from '../ingest/rules.ts';
import { readRulings } from '../ingest/rulings.ts';
import { addressesOf } from './addresses.ts';
import { attackAddresses, attacksIn } from './attacks.ts';
import { attackFindings } from './check-attacks.ts';
import { definitionsFindings, type EarlierTools } from './check-definitions.ts';
import { lexiconFindings } from './check-lexicons.ts';
import { trialFindings, useFindings } from './check-rules.ts';
import { guideLinks, readingFindings, readReading } from './guides.ts';
import { labelledTools } from './labelled-tools.ts';
import { ledgersOf, reachOf, staleLedgers, writeLedgers } from './ledgers.ts';
import { loadClassifier } from './rulebook.ts';
import { type Survey, surveyServers } from './survey.ts';
import { techniqueFigures } from './techniques.ts';
import { noFigures } from './text-figures.ts';

export interface CheckRequest {
  catalogDir: string;
  /** Where the rules are: the catalogue itself, or the embedded one for a catalogue without rules. */
  rulesDir: string;
  /** The file that lists every catalogued package with its licence; null to leave it alone. */
  notice: string | null;
  /** Bring the ledgers up to date in place of reporting them. */
  write: boolean;
  /** What the definitions were before, to report what changed; null to compare with nothing. */
  earlier: EarlierTools | null;
}

/** Everything wrong with rules, cases, lexicons, servers, definitions, rulings, labels, ledgers and NOTICE, at once; how many ledgers were written, and what the change reaches. */
export function checkCatalogue({ catalogDir, rulesDir, notice, write, earlier }: CheckRequest): {
  findings: Finding[];
  written: number;
  reach: string[];
} {
  const { files } = readRulebook(rulesDir);
  const { classifier, findings } = loadClassifier(rulesDir);
  findings.push(...lexiconFindings(files, rulesDir), ...trialFindings(files, rulesDir));
  const { sources, findings: unread } = readCatalogue(catalogDir);
  const { rulings, findings: unruly } = readRulings(catalogDir);
  const { findings: mislabelled } = labelledTools(catalogDir);
  const { findings: misused } = techniqueFigures(catalogDir);
  findings.push(...unread, ...unruly, ...mislabelled, ...misused, ...noticeFindings(catalogDir, notice));
  if (classifier === null) {
    findings.push(...sources.flatMap((source) => source.read().findings), ...attackFindings(catalogDir, []));
    return { findings, written: 0, reach: [] };
  }
  const survey = surveyServers(sources, classifier, () => {}, rulings);
  findings.push(...survey.findings, ...textFindings(catalogDir, survey, files));
  findings.push(...definitionsFindings(sources, earlier), ...attackFindings(catalogDir, survey.servers));
  const ledgers = ledgersOf(catalogDir, classifier, rulings);
  const verdicts = ledgers.flatMap((ledger) => ledger.verdicts);
  if (verdicts.length > 0 && rulesDir === catalogDir)
    findings.push(...useFindings(files, catalogDir, verdicts));
  if (!write) findings.push(...staleLedgers(ledgers));
  const reach = reachOf(ledgers);
  return { findings, written: write ? writeLedgers(ledgers) : 0, reach };
}

/** Of guides and glossary; figures are not needed to know what is wrong with them. */
function textFindings(catalogDir: string, survey: Survey, { rules }: RulebookFiles): Finding[] {
  const { reading, findings } = readReading(catalogDir, noFigures());
  const pages = [
    ...rules.map(({ rule }) => ruleHref(rule.id)),
    ...attackAddresses(attacksIn(catalogDir)),
    ...guideLinks(reading).map(({ href }) => href),
  ];
  return [...findings, ...readingFindings(reading, addressesOf(survey, pages))];
}

function noticeFindings(catalogDir: string, notice: string | null): Finding[] {
  if (notice === null) return [];
  const { text, findings } = noticeOf(catalogDir);
  if (findings.length > 0) return [];
  if (existsSync(notice) && readFileSync(notice, 'utf8') === text) return [];
  const message = 'The file differs from what the catalogue says.';
  return [problem('stale-notice', message, 'Run `toolwarden notice`.', { file: notice, line: 1 })];
}
