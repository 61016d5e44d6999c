import { load } from 'js-yaml';
import { parse as parseToml } from 'toml';
import type { Emitted } from './matcher.ts';

/** The text of the file of that name. Throws when there is none. */
export function textOf(files: readonly Emitted[], name: string): string {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`there is no ${name}`);
  return file.text;
}

export function jsonOf(files: readonly Emitted[], name: string): unknown {
  return JSON.parse(textOf(files, name));
}

export function tomlOf(files: readonly Emitted[], name: string): unknown {
  return parseToml(textOf(files, name));
}

export function yamlOf(files: readonly Emitted[], name: string): unknown {
  return load(textOf(files, name));
}

/** What stands at a path of own keys, or undefined. */
export function at(value: unknown, ...path: string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/** A list of texts; undefined where there is none. Throws on anything else. */
export function listAt(value: unknown, ...path: string[]): string[] | undefined {
  const list = at(value, ...path);
  if (list === undefined) return undefined;
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'string'))
    throw new Error(`${path.join('.')} is no list of texts`);
  return list;
}

/** A list of objects. Throws on anything else. */
export function entriesAt(value: unknown, ...path: string[]): object[] {
  const list = at(value, ...path);
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'object' && one !== null))
    throw new Error(`${path.join('.')} is no list of entries`);
  return list;
}

/** True where a pattern whose stars stand for any run of characters is the whole text. */
export function globs(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === text;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let from = first.length;
  const end = text.length - last.length;
  return rest.every((part) => {
    const found = text.indexOf(part, from);
    from = found + part.length;
    return found !== -1 && from <= end;
  });
}
