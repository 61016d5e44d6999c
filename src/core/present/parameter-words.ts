import { SIGNALS, type Signal } from '../taxonomy.ts';
import { isObject } from '../tool/json.ts';
import type { Parameter } from '../tool/parameters.ts';
import { signalsByParameter } from './parameter-rows.ts';
import { count, list, oneLine, shorten } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

/** Signals that say what a value holds, most telling first; the others say what a switch or a call does. */
const HOLDS: readonly Signal[] = [
  'command',
  'code',
  'query',
  'amount',
  'destination',
  'recipient',
  'credential',
  'url',
  'path',
  'html',
  'force',
];

/** What only looks something up sends and pays nothing, whatever its parameters are called. */
const OF_CHANGES: readonly Signal[] = ['amount', 'destination', 'recipient'];

/** Names that stand in a sentence; the rest are counted. */
const MOST = 3;

/** What the caller gives, as a sentence: parameters that matter by what they hold, else by name; none where that is not known. */
export function takesOf(subject: Subject): string[] {
  const top = outermost(subject.parameters);
  if (top.length === 0)
    return isObject(subject.definition['inputSchema']) ? ['Its schema names no parameters.'] : [];
  const telling = tellingOf(subject, top);
  return telling.length > 0 ? [`Of its parameters, ${list(telling)}.`] : [`It takes ${list(namesOf(top))}.`];
}

/** The top level; of a tool that wraps everything in one object, what is in it. */
function outermost(parameters: readonly Parameter[]): Parameter[] {
  const top = parameters.filter(({ depth }) => depth === 0);
  const inner = parameters.filter(({ depth }) => depth === 1);
  return top.length === 1 && inner.length > 0 && top[0]?.type === 'object' ? inner : top;
}

/** "query takes a free-form query", "from and to take a file system path": two kinds of value at most. */
function tellingOf(subject: Subject, top: readonly Parameter[]): string[] {
  const signals = signalsByParameter(subject);
  const isReader = subject.verdict.category === 'Read';
  return HOLDS.filter((signal) => !isReader || !OF_CHANGES.includes(signal))
    .flatMap((signal) => {
      const names = top.filter(({ pointer }) => signals.get(pointer)?.has(signal)).map(nameOf);
      const does = SIGNALS[signal].replace(/^takes a switch/, 'is a switch');
      if (names.length === 0) return [];
      return names.length === 1
        ? [`${names[0]} ${does}`]
        : [
            `${list(cut(names))} ${does.replace(/^takes/, 'take').replace(/^is a switch that does/, 'are switches that do')}`,
          ];
    })
    .slice(0, 2);
}

/** Those a call must give, the others counted; where none is required, the first of them. */
function namesOf(top: readonly Parameter[]): string[] {
  const required = top.filter((parameter) => parameter.required);
  const optional = top.length - required.length;
  if (required.length === 0) return cut(top.map(nameOf), ' parameters');
  return [
    ...cut(required.map(nameOf), ' that it needs'),
    ...(optional === 0 ? [] : [count(optional, 'optional parameter')]),
  ];
}

function cut(names: readonly string[], noun = ''): string[] {
  return names.length <= MOST + 1
    ? [...names]
    : [...names.slice(0, MOST), `${names.length - MOST} more${noun}`];
}

function nameOf({ name }: Parameter): string {
  return shorten(oneLine(shown(name)), 40);
}
