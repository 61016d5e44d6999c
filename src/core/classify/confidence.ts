import { type Confidence, EFFECTS } from '../taxonomy.ts';
import type { Definition, Provenance } from '../tool/definition.ts';
import { isObject } from '../tool/json.ts';
import type { Judgement } from './judge.ts';
import type { Reading } from './reading.ts';
import type { Reason } from './verdict.ts';

/**
 * How much independent evidence carries a category: name and text are the two witnesses; a missing or incomplete
 * definition, and a claim of the author that contradicts, take away. Each step is a sentence for the page.
 */
export function confidenceOf(
  judgement: Judgement,
  reasons: readonly Reason[],
  reading: Reading,
  definition: Definition,
  provenance: Provenance,
): { level: Confidence; why: string[] } {
  const why: string[] = [];
  if (judgement.category === 'Unclassified')
    return { level: 'low', why: ['No rule found an effect in the definition.'] };
  const fields = witnesses(judgement, reasons);
  let points = 1;
  if (fields.size >= 2) {
    points++;
    why.push(`${both(fields)} each show the same kind of effect.`);
  } else why.push(`Only the ${[...fields][0] ?? 'schema'} shows the effect.`);
  if (reading.texts.length === 0) {
    points--;
    why.push('The definition has no description.');
  }
  if (!isObject(definition['inputSchema']) && !Array.isArray(definition['arguments'])) {
    points--;
    why.push('The definition has no input schema.');
  }
  if (provenance === 'listed') {
    points -= 2;
    why.push('The definition was read on a printed page, never observed.');
  }
  const claim = contradiction(judgement, reading);
  if (claim !== null) {
    points--;
    why.push(claim);
  }
  return { level: points >= 2 ? 'high' : points === 1 ? 'medium' : 'low', why };
}

/** The kinds of field in which rules found an effect of the verdict's category. */
function witnesses(judgement: Judgement, reasons: readonly Reason[]): Set<string> {
  const kinds = new Set<string>();
  for (const { emits, spans } of reasons) {
    if (!('effect' in emits) || EFFECTS[emits.effect].category !== judgement.category) continue;
    for (const { field } of spans)
      kinds.add(
        field === '/name' ? 'name' : field === '/description' || field === '/title' ? 'text' : 'schema',
      );
  }
  return kinds;
}

/** "Name and text", "Text and schema". */
function both(fields: ReadonlySet<string>): string {
  const [first = '', ...rest] = fields;
  const words = `${[first, ...rest.slice(0, -1)].join(', ')} and ${rest.at(-1) ?? ''}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the author claims against the category, as a sentence; null when no claim stands against it. */
function contradiction({ category }: Judgement, { claims }: Reading): string | null {
  const { readOnlyHint, destructiveHint } = claims;
  if (readOnlyHint === true && category !== 'Read') return 'The author claims the tool is read-only.';
  if (readOnlyHint === false && category === 'Read') return 'The author claims the tool is not read-only.';
  if (destructiveHint === false && category === 'Destructive')
    return 'The author claims the tool destroys nothing.';
  return null;
}
