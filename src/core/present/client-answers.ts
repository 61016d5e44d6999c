import type { ToolAdvice } from '../recommend/advice.ts';
import type { Decision } from '../recommend/decision-table.ts';
import { claudeCode } from '../targets/claude-code.ts';
import type { PolicyRecord } from '../targets/record.ts';
import type { PerTool, Target } from '../targets/target.ts';
import { TARGETS } from '../targets/targets.ts';
import { adviceWords } from './control.ts';
import { isWritten, matrixRow } from './enforcement/matrix.ts';
import { list } from './phrase.ts';

function recordFor(tool: string, decision: Decision): PolicyRecord {
  const limit = { max: 1, window: 'hour' } as const;
  const argumentRules = { require: [], deny_if: [] };
  const said = { reason: '', evidence: [], definitionHash: '', router: false };
  return { tool, decision, limit, argumentRules, ...said };
}

/** What a form for one tool does in some target, found by rendering one: `supports` speaks of whole servers. */
function madeOf(target: Target, decision: Decision): PerTool | undefined {
  const record = recordFor('a_tool', decision);
  const server = { key: target.keyFor('server'), allToolNames: [record.tool] };
  return target.render(server, [record], { only: true }).perTool[0];
}

function titlesWhere(decision: Decision, holds: (outcome: PerTool, target: Target) => boolean): string[] {
  return TARGETS.filter((target) => {
    const outcome = madeOf(target, decision);
    return outcome !== undefined && holds(outcome, target);
  }).map(({ title }) => title.replace(/ \(.*\)$/, ''));
}

const COUNTING = titlesWhere('allow', ({ limit }) => limit === 'enforced');
const ASKING = titlesWhere('ask', ({ expressed, status }) => expressed === 'ask' && status === 'enforced');
const ASKING_IF_LET = titlesWhere(
  'ask',
  ({ expressed, status }) => expressed === 'ask' && status === 'advisory',
);

/** By the cell that /enforcement/ shows, which is about whole servers. */
function deniesInWhole(target: Target): boolean {
  return matrixRow(target).cells.some((cell) => cell.ability === 'deny' && isWritten(cell));
}

const NOT_BLOCKING = titlesWhere(
  'deny',
  ({ status }, target) => status === 'cannot-express' && !deniesInWhole(target),
);
const BLOCKING_IN_WHOLE = titlesWhere(
  'deny',
  ({ status }, target) => status === 'cannot-express' && deniesInWhole(target),
);

/** Some targets can write rules for such names alone; the sentences below are about them. */
const PLAIN = /^[A-Za-z0-9_-]+$/;

/** Clients named in an answer; the rest are counted. */
const MOST_NAMED = 3;

/** Whose files hold the same advice, for whoever runs no gateway. */
export function fileForms(): string {
  const titles = TARGETS.filter(({ kind }) => kind === 'client').map(({ title }) =>
    title.replace(/ \(.*\)$/, ''),
  );
  const more = TARGETS.length - MOST_NAMED;
  return `Without a gateway, paste the form for your client: ${list([...titles.slice(0, MOST_NAMED), `${more} others`])} have one here.`;
}

/** Which clients and gateways count the calls of one tool. */
export function limitForms(): string {
  return `Of the ${TARGETS.length} clients and gateways written for here, ${list(COUNTING)} count the calls of one tool; the forms for the others leave the cap out and say so.`;
}

/** How the rule of a client goes, and where no file of a client blocks one tool. `key`: the id of the server. */
export function blockForms(tool: string, key: string): string {
  const rule = PLAIN.test(tool)
    ? `In Claude Code the rule is ${claudeRule(tool, key)} in permissions.deny, for a server that you named ${claudeCode.keyFor(key)}. `
    : '';
  const others = TARGETS.length - NOT_BLOCKING.length - BLOCKING_IN_WHOLE.length;
  return `${rule}No file written here for ${list(NOT_BLOCKING, 'or')} blocks a tool; that of ${list(BLOCKING_IN_WHOLE)} does in the form for the whole server, not in that for one tool. The other ${others} of the ${TARGETS.length} forms here deny it or take it out of the list.`;
}

/** As the form of Claude Code for this tool has it. */
function claudeRule(tool: string, key: string): string {
  const server = { key: claudeCode.keyFor(key), allToolNames: [tool] };
  const { files } = claudeCode.render(server, [recordFor(tool, 'deny')], { only: true });
  const { permissions } = JSON.parse(files[0]?.text ?? '{}') as { permissions?: { deny?: string[] } };
  return permissions?.deny?.[0] ?? '';
}

/** Elicitation is how MCP calls a question that a server puts to a person. */
const BY_GATEWAY =
  'policy.json version 1 denies where it cannot ask; toolwarden gateway --ask has the client ask, where it can (elicitation).';

/** Whether a person can be asked, in accordance with what the page advises. */
export function approvalAnswer(advice: ToolAdvice, tool: string): string {
  const clients = `${list(ASKING)} can ask before each call of a single tool; ${list(ASKING_IF_LET)} do as far as their user lets them.`;
  const where = PLAIN.test(tool) ? clients : `${clients} Some of them can write no rule for this name.`;
  if (advice.decision === 'ask' && advice.passes === null)
    return `Yes, and that is what this page advises. ${where} ${BY_GATEWAY}`;
  if (advice.decision === 'ask')
    return `Yes, and that is what this page advises, except for ${advice.passes}. ${where} ${BY_GATEWAY}`;
  return `Yes: ${where} This page advises to ${adviceWords(advice)}${advice.decision === 'allow' ? ', without asking' : ''}. ${BY_GATEWAY}`;
}
