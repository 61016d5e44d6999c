import type { Reason } from '../src/core/classify/verdict.ts';
import { numberedReasons } from '../src/core/present/evidence.ts';
import { markTree } from '../src/core/present/marked.ts';
import { markedJson } from '../src/core/present/marked-json.ts';
import { otherwiseOf } from '../src/core/present/otherwise.ts';
import { settlesOf } from '../src/core/present/settles.ts';
import { shown } from '../src/core/present/shown.ts';
import { FACTS, riskWord } from '../src/core/taxonomy.ts';
import type { Definition } from '../src/core/tool/definition.ts';
import type { Explanation } from '../src/pipeline/explain.ts';

/** The decision trace of one verdict. Text of strangers is JSON-escaped or on one line, hidden characters spelled out. */
export function explanationText(explanation: Explanation): string {
  const { server, definition, verdict, hash } = explanation;
  const name = line(server === null ? definition.name : `${server}/${definition.name}`);
  const level = verdict.risk === null ? 'Unclassified, unrated' : `${verdict.category}, ${verdict.risk} risk`;
  return [
    rulingHead(explanation),
    `${name}\n${level}, ${verdict.confidence} confidence\n${hash}\n`,
    section('Definition; «…» marks what a rule matched, with the number of the rule', [
      markedDefinition(explanation),
    ]),
    section('Rules that fired', ruleLines(definition, verdict.reasons)),
    section('Rows of the effect table', rowLines(explanation)),
    section('Facts', factLines(explanation)),
    section('Flags and signals', [`Flags: ${names(verdict.flags)}. Signals: ${names(verdict.signals)}.`]),
    section(`Confidence: ${verdict.confidence}`, [
      ...verdict.confidenceWhy,
      ...settlesOf(definition, verdict, explanation.provenance),
    ]),
    section('Runner-up', [runnerUp(explanation)]),
    section(
      'What would have changed the verdict',
      otherwiseOf(definition, verdict, explanation.trace.held).map(line),
    ),
    section('Findings', findingLines(explanation)),
  ].join('');
}

/** The trace below speaks of the rules; where a person ruled, that comes first. */
function rulingHead({ ruled }: Explanation): string {
  if (ruled?.ruling === undefined) return '';
  const { author, date, expires, reason } = ruled.ruling;
  const terms = `${author} ruled ${ruled.category}, ${riskWord(ruled.risk)} on ${date}, until ${expires}`;
  return `A ruling stands over the rules here: ${line(reason)}\n${line(terms)}. What follows is what the rules conclude.\n\n`;
}

function section(title: string, lines: readonly string[]): string {
  const body = (lines.length === 0 ? ['None.'] : lines).map((text) => `  ${text.replaceAll('\n', '\n  ')}\n`);
  return `\n${title}\n${body.join('')}`;
}

function markedDefinition({ definition, verdict }: Explanation): string {
  return markedJson(definition, markTree(verdict.reasons))
    .map(({ text, marks }) => (marks === undefined ? text : `«${text}»${marks.join(',')}`))
    .join('');
}

function ruleLines(definition: Definition, reasons: readonly Reason[]): string[] {
  return numberedReasons(definition, reasons).map(({ n, rule, why, adds, quotes }) => {
    const seen = quotes.map(({ where, text }) => `${where}: "${text}"`).join('; ');
    return `${n}. ${rule} adds ${adds}: ${why}${seen === '' ? '' : `\n   ${line(seen)}`}`;
  });
}

function rowLines({ trace, verdict }: Explanation): string[] {
  if (trace.rows.length === 0)
    return ['None, so the tool is Unclassified and unrated; its advice is that of High risk.'];
  return trace.rows.map(({ effect, category, risk, does, reasons, setsCategory, setsRisk }) => {
    const sets = [...(setsCategory ? ['the category'] : []), ...(setsRisk ? ['the level'] : [])].join(
      ' and ',
    );
    const by = `by ${reasons.length === 1 ? 'rule' : 'rules'} ${reasons.join(', ')}`;
    const outcome = sets === '' ? `outranked by ${verdict.effects[0]}` : `sets ${sets}`;
    return `${effect} (${category}, ${risk}), ${by}: ${does}; ${outcome}`;
  });
}

function factLines({ trace }: Explanation): string[] {
  return trace.facts.map(({ fact, selects }) => {
    const use = selects === null ? 'selects no row' : `selects the other row of ${selects}`;
    return `${fact}: ${FACTS[fact]}; ${use}`;
  });
}

function runnerUp({ verdict }: Explanation): string {
  const { runnerUp: second } = verdict;
  return second === null
    ? 'No second category had evidence of its own.'
    : `${second.category}. ${second.why}`;
}

function findingLines({ findings }: Explanation): string[] {
  return findings.map(({ severity, code, message }) => line(`${severity}[${code}]: ${message}`));
}

function names(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}

function line(text: string): string {
  return shown(text).replaceAll(/\s+/g, ' ');
}
