const TOKEN = /\s*(?:("(?:[^"\\\n]|\\.)*")|([A-Za-z_]\w*)|([()[\]{},:=]))/y;

/** The assignments of a module of literals: texts, lists, dicts, and calls with keywords as {call, with}. */
export function pythonAssignments(source: string): Record<string, unknown> {
  const lines = source.split('\n').filter((line) => !/^from [\w.]+ import \w+$/.test(line));
  const tokens = tokensOf(lines.join('\n'));
  const found: Record<string, unknown> = {};
  while (tokens.length > 0) {
    const name = take(tokens);
    expectToken(tokens, '=');
    found[name] = literalOf(tokens);
  }
  return found;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`no Python that is known here: ${text.slice(from, from + 40)}`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}

function take(tokens: string[]): string {
  const token = tokens.shift();
  if (token === undefined) throw new Error('the module ends too early');
  return token;
}

function expectToken(tokens: string[], wanted: string): void {
  const token = take(tokens);
  if (token !== wanted) throw new Error(`${token} where ${wanted} should be`);
}

function literalOf(tokens: string[]): unknown {
  const token = take(tokens);
  if (token.startsWith('"')) return textOfLiteral(token);
  if (token === '[') return itemsUntil(tokens, ']', () => literalOf(tokens));
  if (token === '{')
    return Object.fromEntries(
      itemsUntil(tokens, '}', () => {
        const key = literalOf(tokens) as string;
        expectToken(tokens, ':');
        return [key, literalOf(tokens)] as const;
      }),
    );
  expectToken(tokens, '(');
  const pairs = itemsUntil(tokens, ')', () => {
    const key = take(tokens);
    expectToken(tokens, '=');
    return [key, literalOf(tokens)] as const;
  });
  return { call: token, with: Object.fromEntries(pairs) };
}

function itemsUntil<Item>(tokens: string[], end: string, next: () => Item): Item[] {
  const items: Item[] = [];
  while (tokens[0] !== end) {
    items.push(next());
    if (tokens[0] !== end) expectToken(tokens, ',');
  }
  take(tokens);
  return items;
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\' };

/** Escapes that Python does not know stay as they are, backslash and all. */
function textOfLiteral(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))/g,
      (whole, short, long, byte, one) => {
        const hex = short ?? long ?? byte;
        return hex === undefined ? (ESCAPES[one] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16));
      },
    );
}
