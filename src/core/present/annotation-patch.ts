import { escapeHidden, isPlain } from '../tool/hidden.ts';
import { isObject, type JsonObject } from '../tool/json.ts';
import { nameWords } from '../tool/name-words.ts';
import { hintsFor } from './annotation-hints.ts';
import { capitalised, list } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { AnnotationPatch } from './tool-page-model.ts';

/**
 * The annotations we would write for this verdict. They never claim less than the verdict shows: what the verdict
 * leaves open keeps the author's word, else the default. Source of the defaults: MCP specification, ToolAnnotations, unchanged since 2025-03-26.
 */
export function annotationPatch(subject: Subject): AnnotationPatch {
  const { definition, verdict } = subject;
  if (verdict.risk === null) {
    const intro =
      'No annotations can be written for a tool whose definition does not show what a call does; describe it first.';
    return { intro: shown(intro), text: null, says: [] };
  }
  const stated = isObject(definition['annotations']) ? definition['annotations'] : {};
  const lines = hintsFor(verdict, stated);
  const title = titleFor(definition, stated);
  const values = Object.fromEntries(lines.map(([hint, { value }]) => [hint, value]));
  const annotations: JsonObject = { title, ...values };
  return {
    intro: shown(introOf(annotations, stated)),
    text: shown(escapeHidden(JSON.stringify({ annotations }, null, 2))),
    says: lines.map(([hint, { value, why, leftOut }]) =>
      shown([`${hint}: ${value}.`, why, ...(leftOut === undefined ? [] : [leftOut])].join(' ')),
    ),
  };
}

/** The title among the author's annotations, else the tool's, where it can be read whole; else the words of the name. */
function titleFor({ name, title }: Subject['definition'], stated: JsonObject): string {
  const own = [stated['title'], title].find(
    (text) => typeof text === 'string' && text.trim() !== '' && isPlain(text),
  );
  if (typeof own === 'string') return own;
  const words = nameWords(name);
  return words.length === 0 ? shown(name) : capitalised(words.join(' '));
}

function introOf(wanted: JsonObject, stated: JsonObject): string {
  const keys = Object.keys(wanted);
  const adds = keys.filter((key) => stated[key] === undefined);
  const changes = keys.filter((key) => stated[key] !== undefined && stated[key] !== wanted[key]);
  const parts = [
    ...(adds.length === 0 ? [] : [`adds ${list(adds)}`]),
    ...(changes.length === 0 ? [] : [`changes ${list(changes)}`]),
  ];
  if (parts.length === 0) return 'The author already states what the verdict would have stated.';
  return `For the author of the server: the annotations that agree with this verdict. The patch ${list(parts)}.`;
}
