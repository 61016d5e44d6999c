import type { ToolAdvice } from '../recommend/advice.ts';
import { rowOf } from '../taxonomy.ts';
import type { Parameter } from '../tool/parameters.ts';
import { approvalAnswer, blockForms, fileForms, limitForms } from './client-answers.ts';
import { capWords, effectOfRule } from './control.ts';
import type { Shown } from './page-model.ts';
import { count, list, quoted, shorten, theServer, withArticle } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { Question } from './tool-page-model.ts';
import { leadingEffects } from './why.ts';

/** The questions people ask of a tool, answered from its verdict and its advice, so that no answer can contradict the page. */
export function questionsOf(subject: Subject, rationale: Shown): Question[] {
  const name = shorten(shown(subject.definition.name), 80);
  const entries: [id: string, question: string, answer: string][] = [
    ['q-does', `What does ${name} do?`, whatItDoes(subject, name)],
    ['q-enforce', `How do I enforce a policy on ${name}?`, howToEnforce(subject, name)],
    ['q-risk', `What risk level is ${name}?`, whatRisk(subject, name, rationale)],
    ['q-limit', `Can I rate-limit ${name}?`, howToLimit(subject, name)],
    ['q-block', `How do I block ${name} completely?`, howToBlock(subject, name)],
    [
      'q-approve',
      `Can a person approve each call of ${name}?`,
      approvalAnswer(subject.advice, subject.definition.name),
    ],
    ['q-server', `Which server provides ${name}?`, whichServer(subject, name)],
    ['q-parameters', `What parameters does ${name} take?`, whichParameters(subject, name)],
  ];
  return entries.map(([id, question, answer]) => ({ id, question: shown(question), answer: shown(answer) }));
}

function whatItDoes(subject: Subject, name: string): string {
  const { verdict, row, entry } = subject;
  const { level } = leadingEffects(subject);
  const said =
    row.gist === null
      ? `The server gives no description of ${name}.`
      : `${theServer(shown(entry.title)).replace(/^t/, 'T')} describes it as ${quoted(row.gist, 170)}`;
  const seen =
    level === null
      ? 'Its definition does not show what effect a call has.'
      : `By its definition it ${rowOf(level, verdict.facts).does}.`;
  return `${stopped(said)} ${seen}`;
}

/** One full stop at the end, whatever a quotation brought along. */
function stopped(text: string): string {
  return /[.!?…]”?$/.test(text) ? text : `${text}.`;
}

function howToEnforce({ advice, entry }: Subject, name: string): string {
  return (
    `Start ${theServer(shown(entry.title))} through toolwarden gateway --policy FILE, or another gateway that reads policy.json version 1, with the policy of this page. ` +
    `${effectOfRule(advice, name)} A client that reaches the server directly is not bound by it. ${fileForms()}`
  );
}

function whatRisk({ verdict }: Subject, name: string, rationale: Shown): string {
  if (verdict.risk === null) return `${name} is unrated. ${rationale}`;
  return `${name} is ${withArticle(verdict.category)} tool of ${verdict.risk} risk, with ${verdict.confidence} confidence. ${rationale}`;
}

function howToLimit({ advice }: Subject, name: string): string {
  return `${limitInPolicy(advice, name)} ${limitForms()}`;
}

function limitInPolicy(advice: ToolAdvice, name: string): string {
  const cap = capWords(advice.limit);
  if (advice.decision === 'allow') {
    return `Yes. The policy of this page caps ${name} at ${cap}, counted for each grant; what goes beyond the cap is denied until the next ${advice.limit.window} begins.`;
  }
  if (advice.passes !== null) {
    return `Yes. The policy of this page lets only ${advice.passes} through and caps them at ${cap}.`;
  }
  return `Yes, but a cap does not make one wrong call harmless, so the policy of this page denies every call. Where a person lifts the denial, an entry in "limits" with at most ${cap} is the cap to start from.`;
}

function howToBlock({ advice, definition, entry }: Subject, name: string): string {
  const hide = `In policy.json name ${name} in "hide" and take it out of "tools": it disappears from the list of tools and every call to it is denied.`;
  const deny =
    'To keep it visible, leave it in "tools" and give it a "deny_if" entry with empty conditions instead; the agent then gets the message in "on_deny".';
  const now =
    advice.decision === 'hide'
      ? ' The policy of this page hides it already.'
      : advice.rule?.deny_if?.some(({ conditions }) => conditions.length === 0)
        ? ' The policy of this page denies every call already.'
        : '';
  return `${hide} ${deny}${now} ${blockForms(definition.name, entry.id)}`;
}

function whichServer({ entry, observed, provenance }: Subject, name: string): string {
  const { source } = entry;
  const title = theServer(shown(entry.title));
  const pack =
    source.package === undefined
      ? ''
      : `, package ${shown(source.package)}${observed.version === null ? '' : ` ${shown(observed.version)}`}`;
  const how =
    provenance === 'listed'
      ? `It was read from a printed listing on ${observed.date} and has not been observed.`
      : `Its definition was observed on ${observed.date}.`;
  return `${name} is provided by ${title} of ${shown(entry.vendor)}${pack}. ${how}`;
}

function whichParameters(subject: Subject, name: string): string {
  const top = subject.parameters.filter(({ depth }) => depth === 0);
  if (top.length === 0) return noParameters(subject, name);
  const names = top.slice(0, 12).map((parameter) => shorten(shown(parameter.name), 60));
  const more = top.length > 12 ? [`${top.length - 12} more`] : [];
  return `${name} takes ${count(top.length, 'parameter')}: ${list([...names, ...more])}. ${whichRequired(top)}`;
}

function noParameters({ provenance, definition }: Subject, name: string): string {
  if (provenance === 'listed') return `The listing does not show the parameters of ${name}.`;
  const { inputSchema, arguments: registered } = definition;
  return inputSchema === undefined && registered === undefined
    ? `The definition of ${name} has no input schema, so its parameters are not known.`
    : `The input schema of ${name} names no parameters.`;
}

function whichRequired(top: readonly Parameter[]): string {
  const required = top.filter((parameter) => parameter.required).map(({ name }) => shorten(shown(name), 60));
  if (required.length === 0) return 'None is required.';
  if (required.length === top.length)
    return ['It is required.', 'Both are required.'][top.length - 1] ?? 'All are required.';
  return `Required: ${list([...required.slice(0, 12), ...(required.length > 12 ? [`${required.length - 12} more`] : [])])}.`;
}
