import type { Reason } from '../classify/verdict.ts';
import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonObject, type JsonValue } from '../tool/json.ts';
import { tokensOf } from './evidence.ts';
import type { Segment } from './page-model.ts';
import { shownSegments } from './shown.ts';

/** A stretch of one text and the number of the reason that quotes it. */
interface Mark {
  start: number;
  end: number;
  n: number;
}

/** Marks by place: the same tree shape as the definition, holding only the branches with evidence in them. */
export interface MarkTree {
  marks: Mark[];
  below: Map<string, MarkTree>;
}

/** The spans of all reasons, arranged by the pointers they stand at. */
export function markTree(reasons: readonly Reason[]): MarkTree {
  const root: MarkTree = { marks: [], below: new Map() };
  for (const [index, reason] of reasons.entries()) {
    for (const span of reason.spans) {
      let node = root;
      for (const token of tokensOf(span.field)) {
        let next = node.below.get(token);
        if (next === undefined) {
          next = { marks: [], below: new Map() };
          node.below.set(token, next);
        }
        node = next;
      }
      node.marks.push({ start: span.start, end: span.end, n: index + 1 });
    }
  }
  return root;
}

/** The marks at one pointer. */
export function marksAt(tree: MarkTree, field: string): readonly Mark[] {
  let node: MarkTree | undefined = tree;
  for (const token of tokensOf(field)) node = node?.below.get(token);
  return node?.marks ?? [];
}

/**
 * A text cut into runs at the ends of its marks, each with the numbers of all marks that cover it.
 * `written` turns a run into what is printed, for instance by JSON escaping.
 */
export function markedText(
  text: string,
  marks: readonly Mark[],
  written = (run: string): string => run,
): Segment[] {
  if (marks.length === 0) return shownSegments(written(text));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) {
    cuts.add(boundary(text, start));
    cuts.add(boundary(text, end));
  }
  const segments: Segment[] = [];
  const edges = [...cuts].toSorted((a, b) => a - b);
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined) break;
    const covering = marks.filter(
      (mark) => boundary(text, mark.start) <= from && to <= boundary(text, mark.end),
    );
    segments.push(...shownSegments(written(text.slice(from, to)), numbers(covering)));
  }
  return segments;
}

function numbers(marks: readonly Mark[]): number[] {
  return [...new Set(marks.map(({ n }) => n))].toSorted((a, b) => a - b);
}

/** An offset inside the text that splits no surrogate pair. */
function boundary(text: string, offset: number): number {
  const at = Math.min(Math.max(0, offset), text.length);
  const isInsidePair = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
  return isInsidePair ? at - 1 : at;
}

/**
 * The whole definition as JSON with two spaces, unaltered but for hidden characters spelled out, with the
 * evidence marked. Branches without evidence are written by JSON.stringify in one go.
 */
export function markedJson(definition: Definition, tree: MarkTree): Segment[] {
  const writer = new JsonWriter();
  writer.value(definition, tree, '');
  return writer.segments();
}

class JsonWriter {
  readonly #segments: Segment[] = [];
  #plain = '';

  segments(): Segment[] {
    this.#flush();
    return joined(this.#segments);
  }

  value(value: JsonValue, node: MarkTree | undefined, indent: string): void {
    if (typeof value === 'string') this.#string(value, node?.marks ?? []);
    else if (node === undefined || node.below.size === 0) this.#plain += indented(value, indent);
    else if (Array.isArray(value)) this.#array(value, node, indent);
    else if (isObject(value)) this.#object(value, node, indent);
    else this.#plain += indented(value, indent);
  }

  #array(items: readonly JsonValue[], node: MarkTree, indent: string): void {
    for (const [index, item] of items.entries()) {
      this.#plain += `${index === 0 ? '[' : ','}\n${indent}  `;
      this.value(item, node.below.get(String(index)), `${indent}  `);
    }
    this.#plain += items.length === 0 ? '[]' : `\n${indent}]`;
  }

  #object(object: JsonObject, node: MarkTree, indent: string): void {
    const keys = Object.keys(object);
    for (const [index, key] of keys.entries()) {
      const item = object[key] ?? null;
      const below = node.below.get(key);
      this.#plain += `${index === 0 ? '{' : ','}\n${indent}  `;
      // Marks at a string are in the string; at anything else they are in its key.
      this.#string(key, typeof item === 'string' ? [] : (below?.marks ?? []));
      this.#plain += ': ';
      this.value(item, below, `${indent}  `);
    }
    this.#plain += keys.length === 0 ? '{}' : `\n${indent}}`;
  }

  #string(text: string, marks: readonly Mark[]): void {
    this.#plain += '"';
    if (marks.length === 0) this.#plain += inJson(text);
    else {
      this.#flush();
      this.#segments.push(...markedText(text, marks, inJson));
    }
    this.#plain += '"';
  }

  #flush(): void {
    if (this.#plain !== '') this.#segments.push(...shownSegments(this.#plain));
    this.#plain = '';
  }
}

/** Neighbours that look alike become one. */
function joined(segments: readonly Segment[]): Segment[] {
  const found: Segment[] = [];
  for (const segment of segments) {
    const last = found.at(-1);
    if (
      last !== undefined &&
      segment.marks === undefined &&
      last.marks === undefined &&
      !segment.hidden &&
      !last.hidden
    ) {
      found[found.length - 1] = { text: `${last.text}${segment.text}` as Segment['text'] };
    } else found.push(segment);
  }
  return found;
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Line breaks inside strings are escaped, so every line break is one of the layout. */
function indented(value: JsonValue, indent: string): string {
  const text = JSON.stringify(value, null, 2);
  return indent === '' ? text : text.replaceAll('\n', `\n${indent}`);
}
