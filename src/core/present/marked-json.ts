import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonObject, type JsonValue } from '../tool/json.ts';
import { type Mark, type MarkTree, markedText } from './marked.ts';
import type { Segment } from './page-model.ts';
import { shownSegments } from './shown.ts';

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
