import { describe, expect, test } from 'vitest';
import type { Segment, Shown } from '../core/present/page-model.ts';
import { escapeHtml, markedHtml, nameHtml } from './marked.ts';

const segment = (text: string, more: Partial<Segment> = {}): Segment => ({ text: text as Shown, ...more });

describe('escapeHtml', () => {
  test('leaves nothing that opens an element, an entity or an attribute', () => {
    expect(escapeHtml(`<a href="x">&amp;'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;amp;'");
  });
});

describe('markedHtml', () => {
  test('escapes what is marked and what is not', () => {
    const html = markedHtml([segment('<i>'), segment('</mark><script>', { marks: [1] })]);
    expect(html).not.toMatch(/<i>|<script>|<\/mark></);
    expect(html).toContain('&lt;/mark&gt;&lt;script&gt;');
  });

  test('links each mark to its reason without adding to the text', () => {
    const html = markedHtml([segment('re'), segment('fund', { marks: [2] })]);
    expect(html).toBe('re<mark>fund<a href="#reason-2" data-n="2" aria-label="Reason 2"></a></mark>');
  });

  test('numbers a reason once where its words run over several segments', () => {
    const html = markedHtml([
      segment('a', { marks: [1] }),
      segment('b', { marks: [1, 2] }),
      segment('c', { marks: [2] }),
    ]);
    expect(html.match(/data-n="\d"/g)).toEqual(['data-n="1"', 'data-n="2"']);
    expect(html.indexOf('data-n="1"')).toBeGreaterThan(html.indexOf('b'));
  });

  test('sets spelled-out characters apart', () => {
    expect(markedHtml([segment('⟦U+202E⟧', { hidden: true })])).toBe('<b class="hid">⟦U+202E⟧</b>');
  });
});

describe('nameHtml', () => {
  test('lets a name break where its words meet, and nowhere else', () => {
    expect(nameHtml('get_fileInfo-v2')).toBe('get_<wbr>file<wbr>Info-<wbr>v2');
    expect(nameHtml('_')).toBe('_');
  });

  test('escapes first', () => {
    expect(nameHtml('<img_src>')).toBe('&lt;img_<wbr>src&gt;');
  });
});
