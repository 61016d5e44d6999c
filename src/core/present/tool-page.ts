import type { Attack } from '../attacks/attack.ts';
import type { HistoryLine } from '../catalogue/entry.ts';
import type { Held } from '../explain/held.ts';
import { recommendUnattended } from '../recommend/advice.ts';
import { FLAGS, riskWord } from '../taxonomy.ts';
import { actionRows } from './actions.ts';
import { annotationPatch } from './annotation-patch.ts';
import { agreementOf, annotationRows } from './annotations.ts';
import { attacksOf } from './attacks/tool-attacks.ts';
import type { CatalogueIndex } from './catalogue-index.ts';
import { contestOf } from './contest.ts';
import { decisionOf } from './control.ts';
import { doesNotOf } from './denials.ts';
import { numberedReasons } from './evidence.ts';
import { type GuideLink, guidesFor } from './guides/fitting.ts';
import { historyOf } from './history.ts';
import { categoryHref, flagHref, recordsHref, riskHref, serverHref, toolFolder } from './hrefs.ts';
import { markedText, marksAt, markTree } from './marked.ts';
import { markedJson } from './marked-json.ts';
import { otherwiseOf } from './otherwise.ts';
import type { Link, PolicySnippet } from './page-model.ts';
import { parameterRows } from './parameter-rows.ts';
import { theServer } from './phrase.ts';
import { toolSnippet } from './policy-snippets.ts';
import { questionsOf } from './questions.ts';
import { rationaleOf } from './rationale.ts';
import { relatedOf } from './related.ts';
import { rulingOf } from './ruling-note.ts';
import type { ServerIndex } from './server-index.ts';
import { policyChips } from './server-records.ts';
import { stepsOf } from './set-up.ts';
import { settlesOf } from './settles.ts';
import { shown, shownFinding } from './shown.ts';
import type { Subject } from './subject.ts';
import { toolTokens, type UsualTokens } from './token-cost.ts';
import { answerOf, headDescriptionOf, headTitleOf, notesOf, roleOf, titleOf } from './tool-head.ts';
import type { ToolPage } from './tool-page-model.ts';
import { factsOf, ledgerOf, misuseOf, runnerUpOf } from './why.ts';

/** What a tool page shows beyond its own tool: built once per server and once per catalogue. */
export interface PageContext {
  server: ServerIndex;
  catalogue: CatalogueIndex;
  history: readonly HistoryLine[];
  /** Those of the catalogue, to tell whose preconditions the tool meets. */
  attacks: readonly Attack[];
  /** Those of the site, to link the ones that fit. */
  guides: readonly GuideLink[];
  /** Medians of the catalogue, where somebody counted. */
  usualTokens?: UsualTokens | null;
  /** From `serverSnippet`. */
  serverPolicy: PolicySnippet;
  /** Rules that fit the tool but for an exception of theirs. */
  heldBack(subject: Subject): readonly Held[];
}

/** A policy longer than this stands on the server page only, so that tool pages stay small. */
const LONGEST_SERVER_POLICY = 6000;

/** The page of one tool: every string final. Pure, and linear in the size of the definition. */
export function toolPage(subject: Subject, context: PageContext): ToolPage {
  const { entry, definition, parameters, verdict, observed, provenance, hash, slug, row, advice } = subject;
  const tree = markTree(verdict.reasons);
  const ledger = ledgerOf(subject);
  const rationale = rationaleOf(subject, ledger);
  const annotations = annotationRows(subject);
  return {
    id: `${entry.id}/${definition.name}`,
    href: row.href,
    folder: toolFolder(entry.id, slug),
    name: row.name,
    title: titleOf(subject),
    server: { id: entry.id, title: row.serverTitle, href: serverHref(entry.id), vendor: shown(entry.vendor) },
    headTitle: headTitleOf(subject),
    headDescription: headDescriptionOf(subject),
    category: verdict.category,
    risk: verdict.risk,
    riskWord: riskWord(verdict.risk),
    confidence: verdict.confidence,
    confidenceWhy: [...verdict.confidenceWhy, ...settlesOf(definition, verdict, provenance)].map(shown),
    effects: verdict.effects,
    flags: verdict.flags.map((flag) => ({ flag, does: FLAGS[flag] })),
    provenance,
    observed: {
      version: observed.version === null ? null : shown(observed.version),
      date: observed.date,
      how: shown(observed.how),
      protocolVersion: observed.protocolVersion === null ? null : shown(observed.protocolVersion),
      source: sourceOf(subject),
    },
    definitionHash: hash,
    tokens: toolTokens(subject, context.usualTokens ?? null),
    answer: answerOf(subject),
    role: roleOf(subject),
    definition: {
      notes: notesOf(subject),
      name: markedText(definition.name, marksAt(tree, '/name')),
      description:
        typeof definition['description'] === 'string'
          ? markedText(definition['description'], marksAt(tree, '/description'))
          : [],
      json: markedJson(definition, tree),
    },
    parameters: parameterRows(subject, tree),
    actions: actionRows(verdict.actions, verdict.facts),
    why: {
      rationale,
      ledger,
      facts: factsOf(subject),
      doesNot: doesNotOf(subject),
      misuse: misuseOf(subject),
      runnerUp: runnerUpOf(subject),
      otherwise: otherwiseOf(definition, verdict, context.heldBack(subject)),
      ruling: rulingOf(subject),
      annotations,
      agreement: agreementOf(subject, annotations),
      patch: annotationPatch(subject),
      reasons: numberedReasons(definition, verdict.reasons),
    },
    control: {
      decision: decisionOf(advice, recommendUnattended(definition, verdict, parameters, advice)),
      policies: policiesOf(subject, context.serverPolicy),
      serverPolicy: {
        text: shown(`The policy for the whole of ${theServer(row.serverTitle)}`),
        href: `${serverHref(entry.id)}#policy`,
      },
      steps: stepsOf(advice, entry.title),
      chips: policyChips(subject),
      records: { href: recordsHref(entry.id), index: subject.index },
    },
    attacks: attacksOf(subject, context.attacks),
    related: relatedOf(subject, context.server, context.catalogue),
    questions: questionsOf(subject, rationale),
    deeper: [...guidesFor(subject, context.guides), ...deeperOf(subject)],
    history: historyOf(definition.name, context.history),
    contest: contestOf(subject),
    findings: subject.findings.map(shownFinding),
    counts: {
      serverTools: context.server.tools,
      tools: context.catalogue.tools,
      servers: context.catalogue.servers,
    },
  };
}

function sourceOf({ entry }: Subject): Link | null {
  return entry.repository === undefined ? null : { text: shown('Source code'), href: entry.repository };
}

function policiesOf({ advice, entry }: Subject, whole: PolicySnippet): PolicySnippet[] {
  const own = toolSnippet(advice, entry.title);
  return whole.text.length > LONGEST_SERVER_POLICY ? [own] : [own, whole];
}

/** Pages of the site that widen the view; each of them has this tool in its list. */
function deeperOf({ verdict }: Subject): Link[] {
  const links: Link[] = [
    { text: shown(`All ${verdict.category} tools`), href: categoryHref(verdict.category) },
  ];
  if (verdict.risk !== null)
    links.push({ text: shown(`All tools of ${verdict.risk} risk`), href: riskHref(verdict.risk) });
  for (const flag of verdict.flags)
    links.push({ text: shown(`Every tool that ${FLAGS[flag]}`), href: flagHref(flag) });
  return links;
}
