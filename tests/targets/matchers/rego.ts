import type { Module, Rule, Statement, Term } from './rego-parser.ts';

type Scope = Map<string, unknown>;

/**
 * The value of a rule for an input; undefined where it has none. What is undefined makes what holds it undefined, and a
 * line that is undefined or false ends its body; `not` turns both round.
 */
export function evaluateRego(module: Module, name: string, input: unknown): unknown {
  return ruleValue(module, name, [], new Map([['input', input]]));
}

function ruleValue(module: Module, name: string, given: unknown[], globals: Scope): unknown {
  const rules = module.rules.filter((rule) => rule.name === name);
  if (rules.length === 0) throw new Error(`${name} is not known`);
  for (const rule of rules.filter(({ isDefault }) => !isDefault)) {
    const scope = scopeOf(rule, given, globals);
    if (rule.body.every((line) => holds(module, line, scope)))
      return rule.value === null ? true : termValue(module, rule.value, scope);
  }
  const fallback = rules.find(({ isDefault }) => isDefault)?.value;
  return fallback === undefined || fallback === null ? undefined : termValue(module, fallback, globals);
}

function scopeOf({ parameters }: Rule, given: unknown[], globals: Scope): Scope {
  const scope: Scope = new Map([['input', globals.get('input')]]);
  for (const [index, name] of (parameters ?? []).entries()) if (name !== '_') scope.set(name, given[index]);
  return scope;
}

function holds(module: Module, line: Statement, scope: Scope): boolean {
  const found = answerOf(module, line, scope);
  const isTrue = found !== undefined && found !== false;
  return line.negated ? !isTrue : isTrue;
}

function answerOf(module: Module, { left, operator, right }: Statement, scope: Scope): unknown {
  if (operator === ':=') {
    if (left.is !== 'ref' || left.path.length > 0 || right === null) throw new Error('no name to give');
    const value = termValue(module, right, scope);
    scope.set(left.name, value);
    return value === undefined ? undefined : true;
  }
  const one = termValue(module, left, scope);
  if (operator === null || right === null) return one;
  const other = termValue(module, right, scope);
  if (one === undefined || other === undefined) return undefined;
  if (operator === 'in') return other instanceof Set ? other.has(one) : undefined;
  return (one === other) === (operator === '==');
}

function termValue(module: Module, term: Term, scope: Scope): unknown {
  if (term.is === 'value') return term.value;
  if (term.is === 'object') return {};
  if (term.is === 'set') return new Set(term.of.map((one) => termValue(module, one, scope)));
  if (term.is === 'call') return called(module, term, scope);
  let found = scope.has(term.name) ? scope.get(term.name) : ruleValue(module, term.name, [], scope);
  for (const step of term.path) {
    const key = termValue(module, step, scope);
    if (typeof found !== 'object' || found === null || typeof key !== 'string') return undefined;
    found = Object.hasOwn(found, key) ? (found as Record<string, unknown>)[key] : undefined;
  }
  return found;
}

function called(module: Module, term: Term & { is: 'call' }, scope: Scope): unknown {
  const given = term.with.map((one) => termValue(module, one, scope));
  if (given.includes(undefined)) return undefined;
  const [first, second, third] = given;
  const isObject = typeof first === 'object' && first !== null && !Array.isArray(first);
  if (term.name === 'is_string') return typeof first === 'string';
  if (term.name === 'type_name') return typeNameOf(first);
  if (term.name === 'object.keys') return isObject ? new Set(Object.keys(first)) : undefined;
  if (term.name === 'object.get') {
    if (!isObject || typeof second !== 'string') return undefined;
    return Object.hasOwn(first, second) ? (first as Record<string, unknown>)[second] : third;
  }
  return ruleValue(module, term.name, given, scope);
}

function typeNameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
