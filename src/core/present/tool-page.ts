import type { HistoryLine } from '../catalogue/entry.ts';
import { FLAGS, riskWord, rowOf } from '../taxonomy.ts';
import { agreementOf, annotationRows } from './annotations.ts';
import { attacksOf } from './attacks.ts';
import type { CatalogueIndex } from './catalogue-index.ts';
import { contestOf } from './contest.ts';
import { adviceWords, decisionOf, stepsOf, toolSnippet } from './control.ts';
import { EFFECT_WORDS } from './effect-words.ts';
import { numberedReasons } from './evidence.ts';
import { historyOf } from './history.ts';
import { categoryHref, flagHref, riskHref, serverHref, toolFolder } from './hrefs.ts';
import { markedJson, markedText, marksAt, markTree } from './marked.ts';
import type { Link, PolicySnippet, Shown, ToolPage } from './page-model.ts';
import { MOST_ROWS, parameterRows } from './parameter-rows.ts';
import { bareTitle, count, list, oneLine, quoted, shorten, theServer, withArticle } from './phrase.ts';
import { questionsOf } from './questions.ts';
import { relatedOf } from './related.ts';
import type { ServerIndex } from './server-index.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import { doesNotOf, factsOf, leadingEffects, ledgerOf, misuseOf, rationaleOf, runnerUpOf } from './why.ts';

/** What a tool page shows beyond its own tool: built once per server and once per catalogue. */
export interface PageContext {
  server: ServerIndex;
  catalogue: CatalogueIndex;
  history: readonly HistoryLine[];
  /** From `serverSnippet`. */
  serverPolicy: PolicySnippet;
}

/** A policy longer than this stands on the server page only, so that tool pages stay small. */
const LONGEST_SERVER_POLICY = 6000;

/** The page of one tool: every string final. Pure, and linear in the size of the definition. */
export function toolPage(subject: Subject, context: PageContext): ToolPage {
  const { entry, definition, verdict, observed, provenance, hash, slug, row, advice } = subject;
  const tree = markTree(verdict.reasons);
  const ledger = ledgerOf(subject);
  const rationale = rationaleOf(subject, ledger);
  const annotations = annotationRows(subject);
  const answer = answerOf(subject);
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
    confidenceWhy: verdict.confidenceWhy.map((why) => shown(why)),
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
    answer,
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
    why: {
      rationale,
      ledger,
      facts: factsOf(subject),
      doesNot: doesNotOf(subject),
      misuse: misuseOf(subject),
      runnerUp: runnerUpOf(subject),
      annotations,
      agreement: agreementOf(subject, annotations),
      reasons: numberedReasons(definition, verdict.reasons),
    },
    control: {
      decision: decisionOf(advice),
      policies: policiesOf(subject, context.serverPolicy),
      serverPolicy: {
        text: shown(`The policy for the whole of ${theServer(row.serverTitle)}`),
        href: `${serverHref(entry.id)}#policy`,
      },
      steps: stepsOf(advice, entry.title),
    },
    attacks: attacksOf(subject),
    related: relatedOf(subject, context.server, context.catalogue),
    questions: questionsOf(subject, rationale),
    deeper: deeperOf(subject),
    history: historyOf(definition.name, context.history),
    contest: contestOf(subject),
    findings: subject.findings,
    counts: {
      serverTools: context.server.tools,
      tools: context.catalogue.tools,
      servers: context.catalogue.servers,
    },
  };
}

/** `title`, else the title among the annotations; null when it only repeats the name. Source: MCP specification, display precedence. */
function titleOf({ definition, row }: Subject): Shown | null {
  const { title, annotations } = definition;
  const nested =
    typeof annotations === 'object' && annotations !== null && !Array.isArray(annotations)
      ? annotations['title']
      : null;
  const text = typeof title === 'string' && title !== '' ? title : nested;
  if (typeof text !== 'string' || text.trim() === '' || text === row.name) return null;
  return shown(shorten(text, 160));
}

function headTitleOf({ row, entry, verdict, repeat }: Subject): Shown {
  const again = repeat === 0 ? '' : ` (definition ${repeat + 1})`;
  const level = verdict.risk === null ? 'unrated' : `${verdict.risk} risk`;
  return shown(`${row.name}${again} on ${bareTitle(row.serverTitle)} (${entry.id}): ${level}`);
}

function headDescriptionOf({ row, entry, verdict, advice, repeat }: Subject): Shown {
  const again = repeat === 0 ? '' : ` (definition ${repeat + 1})`;
  const level = verdict.risk === null ? 'unrated' : `${verdict.category}, ${verdict.risk} risk`;
  const head = `${shorten(row.name, 80)}${again} (${entry.id}): ${level}; ${adviceWords(advice)}.`;
  return shown(shorten(row.gist === null ? head : `${head} ${row.gist}`, 240));
}

/** What it does, why this risk, what to do: one sentence. */
function answerOf(subject: Subject): Shown {
  const { row, verdict, advice } = subject;
  const { level, category } = leadingEffects(subject);
  const name = shorten(row.name, 80);
  const what = `${name} on ${theServer(row.serverTitle)}`;
  if (verdict.risk === null || level === null) {
    return shown(
      `The definition of ${what} does not show what a call does, so it is unrated; the advice is to ${adviceWords(advice)}.`,
    );
  }
  const does = [level, ...(category === null || category === level ? [] : [category])].map(
    (effect) => rowOf(effect, verdict.facts).does,
  );
  const tail = `the advice is to ${adviceWords(advice)}.`;
  return shown(
    `${what} ${list(does)}, which makes it ${withArticle(verdict.category)} tool of ${verdict.risk} risk; ${tail}`,
  );
}

/** Its place in a workflow, in the words of its own definition and of its leading effect. */
function roleOf(subject: Subject): Shown[] {
  const { row, verdict, parameters } = subject;
  const { level, category } = leadingEffects(subject);
  const name = shorten(row.name, 80);
  const said =
    row.gist === null
      ? `The server says nothing about ${name}.`
      : `In its own words: ${quoted(row.gist, 170)}`;
  const roles =
    level === null
      ? [`What ${name} does in a workflow cannot be told from its definition.`]
      : [
          `${name} ${EFFECT_WORDS[level].role}.`,
          ...(category === null || category === level ? [] : [`It also ${EFFECT_WORDS[category].role}.`]),
        ];
  const required = parameters.filter((parameter) => parameter.depth === 0 && parameter.required);
  const needs =
    required.length === 0 || required.length > 6
      ? []
      : [`A call must give ${list(required.map((parameter) => shorten(shown(parameter.name), 60)))}.`];
  const flows = verdict.flags.filter(
    (flag) => flag === 'untrusted' || flag === 'private' || flag === 'outbound',
  );
  const brings = flows.length === 0 ? [] : [`It ${list(flows.map((flag) => FLAGS[flag]))}.`];
  return [said, [...roles, ...needs, ...brings].join(' ')].map((text) => shown(text));
}

function notesOf({ findings, parameters, provenance, observed }: Subject): Shown[] {
  const notes = findings
    .filter(({ code }) => code !== 'annotation-contradiction')
    .map(({ message }) => oneLine(shown(message)) as Shown);
  if (parameters.length > MOST_ROWS) {
    notes.push(
      shown(
        `The table shows ${MOST_ROWS} of ${count(parameters.length, 'parameter')}; the JSON shows all of them.`,
      ),
    );
  }
  return notes.length === 0 && provenance === 'observed'
    ? [shown(`Complete and unaltered, as observed: ${oneLine(observed.how)}.`)]
    : notes;
}

function sourceOf({ entry }: Subject): Link | null {
  return entry.repository === undefined ? null : { text: shown('Source code'), href: entry.repository };
}

function policiesOf({ advice, entry }: Subject, whole: PolicySnippet): PolicySnippet[] {
  const own = toolSnippet(advice, entry.title);
  return whole.text.length > LONGEST_SERVER_POLICY ? [own] : [own, whole];
}

/** Pages of the site that widen the view; each of them has this tool in its list. */
function deeperOf({ verdict, entry, row }: Subject): Link[] {
  const links: Link[] = [
    { text: shown(`All tools of ${theServer(row.serverTitle)}`), href: serverHref(entry.id) },
    { text: shown(`All ${verdict.category} tools`), href: categoryHref(verdict.category) },
  ];
  if (verdict.risk !== null)
    links.push({ text: shown(`All tools of ${verdict.risk} risk`), href: riskHref(verdict.risk) });
  for (const flag of verdict.flags)
    links.push({ text: shown(`Every tool that ${FLAGS[flag]}`), href: flagHref(flag) });
  return links;
}
