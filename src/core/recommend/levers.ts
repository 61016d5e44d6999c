import type { Verdict } from '../classify/verdict.ts';
import { nameWords } from '../tool/name-words.ts';
import type { Parameter } from '../tool/parameters.ts';
import { carriers, isAddressable } from './argument-rules.ts';

/** What a condition can compare: `list` and `other` (objects, untyped values) are compared as a whole only. */
type LeverKind = 'text' | 'number' | 'list' | 'other';

/** A top-level parameter that a person may want to bound. */
export interface Lever {
  name: string;
  kind: LeverKind;
  required: boolean;
}

export interface Levers {
  amount: Lever[];
  recipient: Lever[];
  url: Lever[];
  path: Lever[];
}

/** What reaches somebody: a message, a payment, a right. */
const REACHING = ['outbound', 'money', 'access'] as const;

/** Names under which recipients stand beside one another: a bound on one of them alone binds nobody. */
const BESIDE = new Set(['to', 'cc', 'bcc', 'recipient', 'recipients', 'torecipients']);

/**
 * The levers of a tool by what they take. One that only looks something up has neither recipients nor sums, and an
 * address is no recipient where nothing goes out to anybody.
 */
export function leversOf(tool: string, verdict: Verdict, parameters: readonly Parameter[]): Levers {
  const found = (signal: 'amount' | 'recipient' | 'url' | 'path', kinds: readonly LeverKind[]): Lever[] =>
    carriers(signal, verdict, parameters)
      .map(leverOf)
      .filter(({ kind }) => kinds.includes(kind));
  const isReader = verdict.category === 'Read';
  return {
    amount: isReader ? [] : found('amount', ['number']),
    recipient:
      isReader || !REACHING.some((flag) => verdict.flags.includes(flag))
        ? []
        : recipientsOf(verdict, parameters),
    url: found('url', ['text', 'list']).filter(({ name }) => nameWords(name).at(-1) !== 'name'),
    path: pathsOf(tool, found('path', ['text', 'list']), parameters),
  };
}

/** What a name says that takes files from one place to another, and its two ends, which are paths then. */
const FILES = new Set(['file', 'files', 'directory', 'directories', 'folder', 'folders', 'path', 'dir']);
const ENDS = [
  ['source', 'destination'],
  ['src', 'dst'],
  ['src', 'dest'],
  ['source', 'target'],
  ['from', 'to'],
  ['old', 'new'],
] as const;

/** A bound on one end of a move alone binds nobody, so both are levers or neither is. */
function pathsOf(tool: string, signalled: Lever[], parameters: readonly Parameter[]): Lever[] {
  if (signalled.length > 0 || !nameWords(tool).some((word) => FILES.has(word))) return signalled;
  const texts = parameters.filter(
    (parameter) => isAddressable(parameter) && kindOf(parameter.type) === 'text',
  );
  const named = (end: string): Parameter | undefined => texts.find(({ name }) => plainEnd(name) === end);
  const pairs = ENDS.map((ends) => ends.map(named));
  const both = pairs.find((pair) => pair.every((one) => one !== undefined)) ?? [];
  return both.flatMap((one) => (one === undefined ? [] : [leverOf(one)]));
}

/** The name of an end without the word that it is a path. */
function plainEnd(name: string): string {
  const words = nameWords(name);
  return (words.length > 1 && FILES.has(words.at(-1) ?? '') ? words.slice(0, -1) : words).join('');
}

function recipientsOf(verdict: Verdict, parameters: readonly Parameter[]): Lever[] {
  const signalled = new Set(carriers('recipient', verdict, parameters));
  if (signalled.size === 0) return [];
  return parameters
    .filter((parameter) => signalled.has(parameter) || isBeside(parameter))
    .filter(({ type }) => type !== 'boolean')
    .map(leverOf);
}

function isBeside(parameter: Parameter): boolean {
  return isAddressable(parameter) && BESIDE.has(nameWords(parameter.name).join(''));
}

function leverOf({ name, type, required }: Parameter): Lever {
  return { name, kind: kindOf(type), required };
}

function kindOf(type: string): LeverKind {
  const types = type.split(' | ').filter((word) => word !== 'null');
  if (types.every((word) => word === 'string')) return types.length === 0 ? 'other' : 'text';
  if (types.every((word) => word === 'number' || word === 'integer')) return 'number';
  return types.every((word) => word === 'string' || word === 'string[]' || word === 'array')
    ? 'list'
    : 'other';
}
