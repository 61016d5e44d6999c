/** A term of the part of Rego that is read here. */
export type Term =
  | { is: 'value'; value: string | boolean }
  | { is: 'set'; of: Term[] }
  | { is: 'object' }
  | { is: 'ref'; name: string; path: Term[] }
  | { is: 'call'; name: string; with: Term[] };

/** One line of a body. */
export interface Statement {
  negated: boolean;
  left: Term;
  operator: '==' | '!=' | 'in' | ':=' | null;
  right: Term | null;
}

export interface Rule {
  name: string;
  parameters: string[] | null;
  value: Term | null;
  body: Statement[];
  isDefault: boolean;
}

export interface Module {
  package: string;
  rules: Rule[];
}

const TOKEN = /[ \t]*(?:(\n\s*)|("(?:[^"\\\n]|\\.)*")|([A-Za-z_]\w*)|(:=|==|!=|[.,:{}()[\]]))/y;

/** Reads a module. Throws on whatever is outside of the part of Rego that is known here. */
export function parseRego(source: string): Module {
  const tokens = new Tokens(source);
  tokens.expect('package');
  const name = dottedName(tokens);
  const rules: Rule[] = [];
  for (tokens.skipLines(); !tokens.isAtEnd(); tokens.skipLines()) {
    if (tokens.accept('import')) {
      if (dottedName(tokens) !== 'rego.v1') throw new Error('an import that is not known');
    } else rules.push(ruleOf(tokens));
  }
  return { package: name, rules };
}

class Tokens {
  #tokens: string[] = [];

  constructor(source: string) {
    const text = `${source}\n`;
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
      const from = TOKEN.lastIndex;
      const match = TOKEN.exec(text);
      if (match === null) throw new Error(`no Rego that is known here: ${text.slice(from, from + 40)}`);
      this.#tokens.push(match[1] === undefined ? (match[2] ?? match[3] ?? match[4] ?? '') : '\n');
    }
  }

  peek(): string {
    return this.#tokens[0] ?? '';
  }

  isAtEnd(): boolean {
    return this.#tokens.length === 0;
  }

  next(): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new Error('the module ends too early');
    return token;
  }

  accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.next();
    return true;
  }

  expect(token: string): void {
    const found = this.next();
    if (found !== token) throw new Error(`${found} where ${token} should be`);
  }

  skipLines(): void {
    while (this.accept('\n'));
  }
}

function dottedName(tokens: Tokens): string {
  let name = tokens.next();
  while (tokens.accept('.')) name += `.${tokens.next()}`;
  return name;
}

function ruleOf(tokens: Tokens): Rule {
  const isDefault = tokens.accept('default');
  const name = tokens.next();
  const parameters = tokens.accept('(') ? listUntil(tokens, ')', () => tokens.next()) : null;
  const value = tokens.accept(':=') ? termOf(tokens) : null;
  const body = tokens.accept('if') ? bodyOf(tokens) : [];
  if (value === null && body.length === 0) throw new Error(`${name} says nothing`);
  return { name, parameters, value, body, isDefault };
}

function bodyOf(tokens: Tokens): Statement[] {
  if (!tokens.accept('{')) return [statementOf(tokens)];
  const statements: Statement[] = [];
  for (tokens.skipLines(); !tokens.accept('}'); tokens.skipLines()) statements.push(statementOf(tokens));
  return statements;
}

function statementOf(tokens: Tokens): Statement {
  const negated = tokens.accept('not');
  const left = termOf(tokens);
  const operator = (['==', '!=', 'in', ':='] as const).find((one) => tokens.accept(one)) ?? null;
  return { negated, left, operator, right: operator === null ? null : termOf(tokens) };
}

function listUntil<Item>(tokens: Tokens, end: string, next: () => Item): Item[] {
  const items: Item[] = [];
  for (tokens.skipLines(); !tokens.accept(end); tokens.skipLines()) {
    items.push(next());
    if (tokens.peek() !== end) tokens.expect(',');
  }
  return items;
}

function termOf(tokens: Tokens): Term {
  const token = tokens.next();
  if (token.startsWith('"')) return { is: 'value', value: JSON.parse(token) as string };
  if (token === 'true' || token === 'false') return { is: 'value', value: token === 'true' };
  if (token === '{') {
    const of = listUntil(tokens, '}', () => termOf(tokens));
    return of.length === 0 ? { is: 'object' } : { is: 'set', of };
  }
  if (!/^[A-Za-z_]/.test(token)) throw new Error(`${token} begins no term`);
  return refOf(tokens, token);
}

function refOf(tokens: Tokens, name: string): Term {
  const path: Term[] = [];
  for (;;) {
    if (tokens.accept('.')) path.push({ is: 'value', value: tokens.next() });
    else if (tokens.accept('[')) {
      path.push(termOf(tokens));
      tokens.expect(']');
    } else if (tokens.accept('(')) {
      const called = [name, ...path.map((one) => (one.is === 'value' ? one.value : '?'))].join('.');
      const given = listUntil(tokens, ')', () => termOf(tokens));
      return called === 'set' && given.length === 0
        ? { is: 'set', of: [] }
        : { is: 'call', name: called, with: given };
    } else return { is: 'ref', name, path };
  }
}
