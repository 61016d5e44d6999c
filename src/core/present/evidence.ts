import type { Emission, Reason, Span } from '../classify/verdict.ts';
import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonValue } from '../tool/json.ts';
import type { Quote, Shown } from './page-model.ts';
import { oneLine, shorten } from './phrase.ts';
import { shown } from './shown.ts';
import type { NumberedReason } from './tool-page-model.ts';

/** The reference tokens of a JSON Pointer, unescaped. */
export function tokensOf(field: string): string[] {
  if (field === '') return [];
  const tokens = field.slice(1).split('/');
  return field.includes('~')
    ? tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    : tokens;
}

/** The text a span lies in: the string at the pointer, else the key at its end. */
export function textAt(definition: Definition, field: string): string {
  const tokens = tokensOf(field);
  let value: JsonValue | undefined = definition;
  for (const token of tokens) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token];
    else value = undefined;
  }
  return typeof value === 'string' ? value : (tokens.at(-1) ?? '');
}

/** Reasons with the numbers that marks and ledger refer to, in the order of the verdict. */
export function numberedReasons(definition: Definition, reasons: readonly Reason[]): NumberedReason[] {
  return reasons.map((reason, index) => ({
    n: index + 1,
    rule: reason.rule,
    why: reason.why,
    adds: addsOf(reason.emits),
    quotes: quotesOf(definition, reason.spans),
  }));
}

function addsOf(emits: Emission): string {
  if ('effect' in emits) return `effect ${emits.effect}`;
  if ('fact' in emits) return `fact ${emits.fact}`;
  if ('flag' in emits) return `flag ${emits.flag}`;
  return `signal ${emits.signal}`;
}

/** Each place and text once, in order. */
export function quotesOf(definition: Definition, spans: readonly Span[]): Quote[] {
  const quotes: Quote[] = [];
  for (const { field, start, end } of spans) {
    const text = shorten(oneLine(shown(textAt(definition, field).slice(start, end))), 160) as Shown;
    const where = whereOf(field);
    if (text !== '' && !quotes.some((quote) => quote.where === where && quote.text === text))
      quotes.push({ where, text });
  }
  return quotes;
}

/** A pointer in words: "name", "description", "parameter action", "a value of parameter action". */
export function whereOf(field: string): Shown {
  const tokens = tokensOf(field);
  const [root = '', ...rest] = tokens;
  if (root === 'inputSchema' || root === 'outputSchema') return schemaPlace(root, rest);
  if (root === 'arguments') return shown(`${rest.at(-1) === 'name' ? '' : 'the text of '}a listed argument`);
  if (root === 'annotations') return shown(`annotation ${oneLine(rest.join('.'))}`);
  return shown(rest.length === 0 ? root : `${root}.${rest.join('.')}`);
}

function schemaPlace(root: string, tokens: readonly string[]): Shown {
  const names: string[] = [];
  let tail = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    if (token === 'properties' && tokens[index + 1] !== undefined) {
      names.push(tokens[index + 1] ?? '');
      index += 1;
      tail = '';
    } else if (token === 'enum' || token === 'const' || token === 'default' || token === 'description') {
      tail = token;
    }
  }
  const owner = root === 'inputSchema' ? 'parameter' : 'result field';
  const noun =
    names.length === 0
      ? root === 'inputSchema'
        ? 'the input schema'
        : 'the output schema'
      : `${owner} ${names.join('.')}`;
  const lead: Record<string, string> = {
    enum: 'a value of ',
    const: 'the value of ',
    default: 'the default of ',
    description: 'the text of ',
  };
  return shown(`${lead[tail] ?? ''}${noun}`);
}

/** Where a reader looks first: the name, the prose, then parameters. */
export function rankOf(field: string): number {
  const rank = ['/name', '/description', '/title'].indexOf(field);
  return rank < 0 ? 3 : rank;
}
