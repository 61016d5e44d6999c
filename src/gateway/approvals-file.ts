import { readFileSync } from 'node:fs';
import type { Finding } from '../core/finding.ts';
import type { Policy, ToolRule } from '../core/policy/policy.ts';
import { validatePolicy } from '../core/policy/validate.ts';
import { nearest } from '../core/policy/validation/nearest.ts';
import { Approvals } from '../core/schemas/gateway.ts';
import { isObject, pointer } from '../core/tool/json.ts';
import { problem } from '../ingest/problem.ts';
import { validated } from '../ingest/validated.ts';
import { readYaml, type Sourced } from '../ingest/yaml.ts';
import { wordsOf } from './messages.ts';

/** The record beside a policy; null exactly when a finding is an error. */
export interface ApprovalsRead {
  approvals: Approvals | null;
  findings: Finding[];
}

/**
 * Reads the record of what a person approves, and holds it against the policy it stands beside (null where that cannot
 * be read) and the names of the server's tools (where they are known). Never throws.
 */
export function readApprovals(file: string, policy: Policy | null, tools?: readonly string[]): ApprovalsRead {
  const { text, findings } = textOf(file);
  if (text === null) return { approvals: null, findings };
  const { source, findings: syntax } = readYaml(text, file);
  if (source === null) return { approvals: null, findings: syntax };
  const { value, findings: wrong } = validated(Approvals, source);
  const hint = 'Write {"version": "1", "ask": ["name of a tool"]}.';
  const rules = ruleFindings(source, tools);
  const told = wrong.filter(({ path }) => !rules.some((one) => one.path.startsWith(path)));
  const all = [
    ...told.map((finding) => ({ ...finding, hint })),
    ...rules,
    ...(value === null ? [] : nameFindings(value, policy, source, tools)),
  ];
  return { approvals: all.some(({ severity }) => severity === 'error') ? null : value, findings: all };
}

/** The text of a file, or why there is none. */
export function textOf(file: string): { text: string; findings: [] } | { text: null; findings: Finding[] } {
  try {
    return { text: readFileSync(file, 'utf8'), findings: [] };
  } catch (error) {
    const message = `This file cannot be read: ${wordsOf(error)}.`;
    return { text: null, findings: [problem('unreadable-file', message, 'Name a readable file.', { file })] };
  }
}

/** Rules for approved calls are rules of the policy language, and stand at the same pointers as in a policy. */
function ruleFindings(source: Sourced, tools: readonly string[] | undefined): Finding[] {
  const rules = isObject(source.value) ? source.value['tools'] : undefined;
  if (!isObject(rules)) return [];
  const text = JSON.stringify({ version: '1', default: 'deny', tools: rules });
  const { problems } = validatePolicy(text, tools === undefined ? {} : { tools });
  const inRules = problems.filter((one) => one.pointer.startsWith('/tools/'));
  return inRules.map(({ code, severity, pointer: path, message, instead }) =>
    problem(code, message, instead, { severity, file: source.file, line: source.lineOf(path), path }),
  );
}

/** What is wrong with a name under "ask": code, message and what to write instead. */
type Flaw = [code: string, severity: Finding['severity'], message: string, instead: string];

function nameFindings(
  { ask, tools = {} }: Approvals,
  policy: Policy | null,
  source: Sourced,
  known: readonly string[] | undefined,
): Finding[] {
  return ask.flatMap((name, index) => {
    const rule = Object.hasOwn(tools, name) ? tools[name] : undefined;
    const flaw =
      twice(name, ask.slice(0, index)) ??
      stranger(name, known) ??
      (policy === null ? null : (idle(name, rule, policy) ?? unapprovable(name, rule)));
    if (flaw === null) return [];
    const [code, severity, message, instead] = flaw;
    const path = pointer('/ask', index);
    return [
      problem(code, message, instead, { severity, file: source.file, line: source.lineOf(path), path }),
    ];
  });
}

function twice(name: string, earlier: readonly string[]): Flaw | null {
  if (!earlier.includes(name)) return null;
  return ['ask-twice', 'warning', `${quoted(name)} stands under "ask" twice.`, 'Leave one of them out.'];
}

function stranger(name: string, known: readonly string[] | undefined): Flaw | null {
  if (known === undefined || known.includes(name)) return null;
  const meant = nearest(name, known);
  const instead =
    meant === null ? 'Write the name as the server lists it.' : `Write ${quoted(meant)}, which it has.`;
  return ['unknown-tool', 'error', `This server has no tool ${quoted(name)}.`, instead];
}

/** A question that nobody will ever be asked. */
function idle(name: string, rule: ToolRule | undefined, policy: Policy): Flaw | null {
  const tell = (code: string, message: string, instead: string): Flaw => [code, 'warning', message, instead];
  if (policy.hide?.some((entry) => entry === name || entry === '*'))
    return tell(
      'ask-hidden',
      `The policy hides ${quoted(name)}, so nobody is asked about it.`,
      `Leave it out here; or take it out of "hide", deny it with {"deny_if": [{"conditions": []}]}, and write ${asRule(name)} here.`,
    );
  const inPolicy = Object.hasOwn(policy.tools ?? {}, name) ? policy.tools?.[name] : undefined;
  const denied = inPolicy === undefined ? policy.default === 'deny' : deniesAll(inPolicy);
  if (denied && rule === undefined)
    return tell(
      'ask-denied',
      `The policy denies every call of ${quoted(name)}, and a name alone lets none of them pass: nobody is asked.`,
      `Write ${asRule(name)} beside "ask": the rule for calls that a person approved.`,
    );
  const passes = inPolicy === undefined ? policy.default === 'allow' : Object.keys(inPolicy).length === 0;
  if (!passes || rule === undefined) return null;
  return tell(
    'ask-allowed',
    `The policy lets every call of ${quoted(name)} pass, so nobody is asked.`,
    `Deny it in the policy with {"deny_if": [{"conditions": []}]}, or leave its rule out here to be asked about each call.`,
  );
}

function unapprovable(name: string, rule: ToolRule | undefined): Flaw | null {
  if (rule === undefined || !deniesAll(rule)) return null;
  const message = `The rule for approved calls of ${quoted(name)} denies every one of them, so nobody is asked.`;
  return ['approval-denied', 'warning', message, `Write ${asRule(name)}, or leave the tool out.`];
}

function deniesAll({ deny_if = [] }: ToolRule): boolean {
  return deny_if.some(({ conditions }) => conditions.length === 0);
}

function asRule(name: string): string {
  return `"tools": {${quoted(name)}: {}}`;
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
