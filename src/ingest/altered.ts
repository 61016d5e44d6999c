import type { Finding } from '../core/finding.ts';
import { pointer } from '../core/tool/json.ts';
import { problem } from './problem.ts';

/** An object or list that is open while its text is read; `keys` is null in a list. */
interface Open {
  path: string;
  keys: Set<string> | null;
  key: string;
  index: number;
}

/** Strings, numbers and the marks that give their place; words of JSON have no part in this. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\],:]/g;

/**
 * What parsing valid JSON changes without a word: numbers that no double holds exactly, and keys that stand twice in
 * one object, of which only the last stays. One warning each, with its JSON Pointer.
 * Source: RFC 8259, sections 4 and 6.
 */
export function alteredByParsing(json: string): Finding[] {
  const reading = new Reading();
  return Array.from(json.matchAll(TOKEN), ([token]) => reading.next(token)).filter((found) => found !== null);
}

class Reading {
  readonly #open: Open[] = [];
  #isKey = false;

  next(token: string): Finding | null {
    if (token.startsWith('"')) return this.#isKey ? this.#keyed(JSON.parse(token) as string) : null;
    if (!'{}[],:'.includes(token)) return isExact(token) ? null : inexact(token, this.#here());
    this.#mark(token);
    return null;
  }

  #mark(token: string): void {
    if (token === '{' || token === '[') {
      const keys = token === '{' ? new Set<string>() : null;
      this.#open.push({ path: this.#here(), keys, key: '', index: 0 });
    } else if (token === '}' || token === ']') this.#open.pop();
    const top = this.#open.at(-1);
    if (token === ',' && top !== undefined) top.index++;
    this.#isKey = token === '{' || (token === ',' && top !== undefined && top.keys !== null);
  }

  #keyed(key: string): Finding | null {
    const top = this.#open.at(-1);
    if (top === undefined || top.keys === null) return null;
    top.key = key;
    if (top.keys.has(key)) return repeated(key, this.#here());
    top.keys.add(key);
    return null;
  }

  #here(): string {
    const top = this.#open.at(-1);
    if (top === undefined) return '';
    return pointer(top.path, top.keys === null ? top.index : top.key);
  }
}

/** A fraction is rounded as everywhere; a whole number must keep its digits, and nothing may become infinite or 0. */
function isExact(digits: string): boolean {
  const value = Number(digits);
  if (!Number.isFinite(value)) return false;
  if (value === 0) return !/[1-9]/.test(digits.replace(/e.*/i, ''));
  return (
    !/^-?\d+$/.test(digits) || BigInt(digits) === BigInt(String(value).includes('e') ? value : String(value))
  );
}

function inexact(digits: string, path: string): Finding {
  const message = `The number ${digits.slice(0, 100)} is stored as ${String(JSON.stringify(Number(digits)))}.`;
  const hint =
    'JSON keeps whole numbers up to 2^53 exactly; ask the author to write it as text, or leave it out.';
  return problem('inexact-number', message, hint, { path, severity: 'warning' });
}

function repeated(key: string, path: string): Finding {
  const message = `The key "${key.slice(0, 100)}" stands twice in one object; only the last one is stored.`;
  const hint = 'Clients differ in which one they take: ask the author to remove one.';
  return problem('repeated-key', message, hint, { path, severity: 'warning' });
}

/** Bytes that are no UTF-8 were replaced by U+FFFD; `who` is what they came from. */
export function notUtf8(who: string): Finding {
  const message = `${who} holds bytes that are not UTF-8; they are stored as U+FFFD.`;
  return problem('not-utf8', message, 'Write it in UTF-8.', { severity: 'warning' });
}
