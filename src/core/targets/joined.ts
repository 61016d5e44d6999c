import { parse as parseYaml } from 'yaml';
import { isObject, type JsonObject, type JsonValue } from '../tool/json.ts';
import type { RenderedFile, Rendering, TargetId } from './target.ts';
import { jsonText, yamlText } from './text.ts';

/** Their files do not say which server they are about, or, for Kong, stand at the route of one: there is one for each. */
const ONE_EACH: ReadonlySet<TargetId> = new Set([
  'policylayer',
  'intercept',
  'kong',
  'openai-agents',
  'toolhive',
  'opa',
]);

/**
 * The files of one target for several servers, whole, as one set of files; null where the target keeps a file for
 * each server, or where two servers would write different things in one place. Expects servers with keys of their own.
 */
export function joined(renderings: readonly Rendering[]): RenderedFile[] | null {
  const [first] = renderings;
  if (first === undefined || ONE_EACH.has(first.target)) return null;
  const byName = Map.groupBy(
    renderings.flatMap(({ files }) => files),
    ({ name }) => name,
  );
  const files: RenderedFile[] = [];
  for (const [name, [file, ...others]] of byName) {
    if (file === undefined) continue;
    const text = others.length === 0 ? file.text : joinedText([file, ...others]);
    if (text === null) return null;
    files.push({ name, language: file.language, text });
  }
  return files;
}

function joinedText(files: readonly RenderedFile[]): string | null {
  const texts = files.map(({ text }) => text);
  switch (files[0]?.language) {
    case 'json': {
      const value = mergedAll(texts.map((text) => JSON.parse(text) as JsonValue));
      return value === null ? null : jsonText(value);
    }
    case 'yaml': {
      const value = mergedAll(texts.map((text) => parseYaml(text) as JsonValue));
      return value === null ? null : yamlText(value);
    }
    case 'markdown': {
      const value = mergedAll(texts.map((text) => parseYaml(text.split('---\n')[1] ?? '') as JsonValue));
      return value === null ? null : `---\n${yamlText(value)}---\n`;
    }
    case 'toml':
    case 'cedar':
      return texts.join('\n');
    case 'shell':
      return `${['copilot', ...texts.map(optionsOf)].filter((part) => part !== '').join(' \\\n')}\n`;
    default:
      return null;
  }
}

/** A command without its first word. */
function optionsOf(text: string): string {
  return text.trimEnd().replace(/^copilot(?: \\\n)?/, '');
}

function mergedAll(values: readonly JsonValue[]): JsonObject | null {
  const merged = values.reduce<JsonValue | undefined>(
    (all, value) => (all === undefined ? undefined : mergedPair(all, value)),
    {},
  );
  return isObject(merged) ? merged : null;
}

/** Keys beside keys, list after list; undefined where one place would have to hold two values. */
function mergedPair(one: JsonValue, other: JsonValue): JsonValue | undefined {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (!isObject(one) || !isObject(other)) return one === other ? one : undefined;
  const merged = new Map<string, JsonValue>(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const known = merged.get(key);
    const both = known === undefined ? value : mergedPair(known, value);
    if (both === undefined) return undefined;
    merged.set(key, both);
  }
  return Object.fromEntries(merged);
}
