import type { ServerEntry } from '../catalogue/entry.ts';
import type { Finding } from '../finding.ts';
import { CATEGORIES, heightOf, RISKS, type VerdictCategory } from '../taxonomy.ts';
import { duplicateFindings } from '../tool/findings.ts';
import { contradictionsOf, coverageOf } from './annotation-coverage.ts';
import { categoryHref, riskHref, serverHref } from './hrefs.ts';
import type { Count, Shown, ToolRow } from './page-model.ts';
import { bareTitle, count, list, oneLine, shorten, theServer } from './phrase.ts';
import { serverSnippet } from './policy-snippets.ts';
import { combinationsOf } from './server-combinations.ts';
import { identityOf } from './server-identity.ts';
import type { ServerPage } from './server-page-model.ts';
import { provenanceOf } from './server-provenance.ts';
import { shown, shownFinding } from './shown.ts';
import type { ServerFacts, Subject } from './subject.ts';
import { serverTokens, type UsualTokens } from './token-cost.ts';

/** The page of one server. `subjects` are all its tools, in the order observed; `usualTokens` of the whole catalogue. */
export function serverPage(
  { entry, observed, prose }: ServerFacts,
  subjects: readonly Subject[],
  usualTokens: UsualTokens | null = null,
): ServerPage {
  const tools = subjects.map(({ row, tokens }) => ({ ...row, tokens })).toSorted(strongestFirst);
  const headline = headlineOf(entry, subjects);
  return {
    id: entry.id,
    href: serverHref(entry.id),
    folder: `servers/${entry.id}`,
    title: shown(entry.title),
    vendor: shown(entry.vendor),
    official: entry.official,
    summary: shown(entry.summary),
    headTitle: shown(
      `${bareTitle(shown(entry.title))} (${entry.id}): risk and policy of ${count(tools.length, 'tool')}`,
    ),
    headDescription: shown(shorten(`${entry.id}: ${shown(entry.summary)} ${headline}`, 300)),
    headline,
    noGrade: shown(NO_GRADE),
    identity: identityOf(entry, observed),
    provenance: provenanceOf(entry, observed),
    notes: [...(entry.notes ?? []), ...paragraphs(prose)].map((note) => shown(note)),
    risks: [...riskCounts(subjects), unratedCount(subjects)],
    categories: categoryCounts(subjects),
    tools,
    tokens: serverTokens(subjects, usualTokens),
    combinations: combinationsOf(subjects),
    annotations: coverageOf(subjects),
    contradictions: contradictionsOf(subjects),
    policy: serverSnippet(
      subjects.map(({ advice }) => advice),
      entry.title,
    ),
    findings: [
      ...duplicateFindings(subjects.map(({ definition }) => definition.name)),
      ...toolFindings(subjects),
    ].map(shownFinding),
  };
}

const NO_GRADE =
  'No letter sums this up: a grade would average tools that you allow with tools that you deny. What a server can do to you is the strongest tool that you leave open.';

function paragraphs(prose: string | null | undefined): string[] {
  return (prose ?? '')
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map(oneLine);
}

/** Highest risk first, unrated last, then by name in code units. */
function strongestFirst(a: ToolRow, b: ToolRow): number {
  const difference = heightOf(b.risk) - heightOf(a.risk);
  if (difference !== 0) return difference;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function riskCounts(subjects: readonly Subject[]): Count[] {
  return RISKS.toReversed().map((risk) => ({
    id: risk.toLowerCase(),
    label: risk,
    href: riskHref(risk),
    tools: subjects.filter(({ verdict }) => verdict.risk === risk).length,
  }));
}

function unratedCount(subjects: readonly Subject[]): Count {
  const tools = subjects.filter(({ verdict }) => verdict.risk === null).length;
  return { id: 'unrated', label: 'Unrated', href: riskHref(null), tools };
}

function categoryCounts(subjects: readonly Subject[]): Count[] {
  const all: VerdictCategory[] = [...CATEGORIES, 'Unclassified'];
  return all.map((category) => ({
    id: category.toLowerCase(),
    label: category,
    href: categoryHref(category),
    tools: subjects.filter(({ verdict }) => verdict.category === category).length,
  }));
}

function headlineOf(entry: ServerEntry, subjects: readonly Subject[]): Shown {
  const title = theServer(shown(entry.title)).replace(/^t/, 'T');
  if (subjects.length === 0) return shown(`${title} listed no tools when it was observed.`);
  const counts = riskCounts(subjects).filter(({ tools }) => tools > 0);
  const unrated = unratedCount(subjects).tools;
  const parts = [
    ...counts.map(({ tools, label }) => `${tools} of ${label} risk`),
    ...(unrated === 0 ? [] : [`${unrated} unrated`]),
  ];
  const [highest] = counts;
  const level =
    highest === undefined ? 'No tool of it could be rated' : `The highest risk is ${highest.label}`;
  const allowed = subjects.filter(({ advice }) => advice.decision === 'allow').length;
  const some = subjects.filter(({ advice }) => advice.passes !== null).length;
  const rest = subjects.length - allowed;
  const remains =
    rest === 0
      ? 'Under the recommended policy all of them stay usable, each with a cap.'
      : `Under the recommended policy ${allowed === 0 ? 'none stays' : `${allowed} ${allowed === 1 ? 'stays' : 'stay'}`} usable without a person${some === 0 ? '' : `, and ${some} in part`}.`;
  return shown(`${title} has ${count(subjects.length, 'tool')}: ${list(parts)}. ${level}. ${remains}`);
}

/** One finding per kind of problem, with how many tools have it; the tools' own pages carry each. */
function toolFindings(subjects: readonly Subject[]): Finding[] {
  const byCode = new Map<string, { finding: Finding; names: string[] }>();
  for (const { findings, definition } of subjects) {
    for (const finding of new Map(findings.map((found) => [found.code, found])).values()) {
      const known = byCode.get(finding.code);
      if (known === undefined) byCode.set(finding.code, { finding, names: [definition.name] });
      else known.names.push(definition.name);
    }
  }
  return [...byCode.values()].map(({ finding, names }) => ({
    ...finding,
    path: '',
    message:
      names.length === 1
        ? `${names[0]}: ${finding.message}`
        : `${count(names.length, 'tool')}, for example ${list(names.slice(0, 3))}: ${finding.message}`,
  }));
}
