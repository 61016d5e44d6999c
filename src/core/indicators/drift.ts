import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonValue } from '../tool/json.ts';
import type { Sighting } from './sighting.ts';

/** TP-28: what differs from the definition observed before. `isGraver`: a hard indicator is new. */
export function driftSightings(definition: Definition, previous: Definition, isGraver: boolean): Sighting[] {
  const keys = [...new Set([...Object.keys(previous), ...Object.keys(definition)])].toSorted();
  const changed = keys.filter(
    (key) => canonical(definition[key] ?? null) !== canonical(previous[key] ?? null),
  );
  if (changed.length === 0) return [];
  const matters = changed.filter((key) => plain(definition[key] ?? null) !== plain(previous[key] ?? null));
  const path = `/${matters[0] ?? changed[0] ?? ''}`;
  const what = (matters.length > 0 ? matters : changed).join(', ');
  const says =
    matters.length > 0
      ? `another ${what} than the one observed before`
      : `only another layout of ${what} than before`;
  const tier = matters.length === 0 ? 'note' : isGraver ? 'hard' : 'soft';
  return [
    {
      id: 'TP-28',
      tier,
      path,
      quote: firstDifference(definition[path.slice(1)] ?? null, previous[path.slice(1)] ?? null),
      says,
    },
  ];
}

/** One text for one value, whatever the order of its keys. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const pairs = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${pairs.join()}}`;
}

/** The same without layout, letter case and punctuation at the end of words. */
function plain(value: JsonValue): string {
  return canonical(value)
    .toLowerCase()
    .replaceAll(/\\n|\\t|\\r|[.,;!]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' "', '"')
    .trim();
}

function firstDifference(now: JsonValue, before: JsonValue): string {
  const [text, old] = [asText(now), asText(before)];
  let at = 0;
  while (at < text.length && text[at] === old[at]) at++;
  return text.slice(Math.max(0, at - 10), at + 60);
}

function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : canonical(value);
}
