import type { Segment } from '../core/present/page-model.ts';

/** Text made harmless for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Shown text as HTML with its evidence marked. After a mark stands a link to each reason that ends there;
 * its number is drawn by the stylesheet, so that copied text stays the text of the definition.
 */
export function markedHtml(segments: readonly Segment[]): string {
  let html = '';
  for (const [index, segment] of segments.entries()) {
    const text = escapeHtml(segment.text);
    const inner = segment.hidden ? `<b class="hid">${text}</b>` : text;
    const { marks } = segment;
    html +=
      marks === undefined ? inner : `<mark>${inner}${reasonLinks(marks, segments[index + 1]?.marks)}</mark>`;
  }
  return html;
}

/** Adjacent runs of the same reason carry its number once, at the end. */
function reasonLinks(marks: readonly number[], next: readonly number[] | undefined): string {
  return marks
    .filter((n) => next === undefined || !next.includes(n))
    .map((n) => `<a href="#reason-${n}" data-n="${n}" aria-label="Reason ${n}"></a>`)
    .join('');
}

/** A name as HTML that may break after a separator or before an inner capital, where a reader would break it. */
export function nameHtml(name: string): string {
  return escapeHtml(name).replaceAll(/[_./-](?=\w)|[a-z](?=[A-Z])/g, '$&<wbr>');
}
