import { MARKS, type Mark } from './marks.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';
import { type IndicatorId, NOTHING, type Sighting } from './sighting.ts';

const SHORTEST = 5;

/** TP-07, TP-21, TP-22, TP-25, TP-26: what a model may take for its own words, copies, script, commands that fetch and run. */
export function markupIn(reading: Reading, executes: () => boolean): readonly Sighting[] {
  const found = addressed(reading.passage);
  if (reading.passage.text.length < SHORTEST) return found;
  const escaped = reading.plain.includes('&lt;') ? unescaped(reading.plain) : null;
  const seen = new Set<IndicatorId>();
  for (const mark of MARKS) {
    if (seen.has(mark.id) || !isWorthALook(mark, reading, escaped !== null)) continue;
    const match = mark.pattern.exec(escaped ?? reading.plain);
    if (match === null) continue;
    seen.add(mark.id);
    const tier = mark.id === 'TP-25' && executes() ? 'note' : 'soft';
    const [start, end] = [match.index, match.index + 70];
    const quote = escaped?.slice(start, end) ?? reading.quote(start, end);
    found.push({ id: mark.id, tier, path: reading.passage.path, quote: quote.trim() });
  }
  return found.length === 0 ? NOTHING : found;
}

/** Whoever shows a text as a page turns these into angle brackets, and so may a model. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

function isWorthALook({ signs, cues }: Mark, { glance }: Reading, hasEntities: boolean): boolean {
  return (signs === -1 || hasEntities || (glance.signs & signs) !== 0) && (glance.cues & cues) === cues;
}

const ICON_SCHEMES = /^(?:https:|data:image\/(?:png|jpe?g|webp|gif);base64,)/i;

/** Icons come from the server's own origin over https, or as a picture without script. Source: MCP specification, icons. */
function addressed({ path, text, place }: Passage): Sighting[] {
  if (place === 'icon' && path.endsWith('/src') && !ICON_SCHEMES.test(text))
    return [
      {
        id: 'TP-26',
        tier: /^(?:http:|data:image\/svg)/i.test(text) && !/script|%3c/i.test(text) ? 'note' : 'soft',
        path,
        quote: text.slice(0, 60),
      },
    ];
  return place === 'meta' && /^\s*(?:data:image\/svg|data:text|<svg)/i.test(text)
    ? [{ id: 'TP-26', tier: 'soft', path, quote: text.slice(0, 60) }]
    : [];
}
