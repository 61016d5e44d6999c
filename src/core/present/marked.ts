import type { Reason } from '../classify/verdict.ts';
import { tokensOf } from './evidence.ts';
import type { Segment } from './page-model.ts';
import { shownSegments } from './shown.ts';

/** A stretch of one text and the number of the reason that quotes it. */
export interface Mark {
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
