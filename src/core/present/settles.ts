import type { Verdict } from '../classify/verdict.ts';
import type { Definition, Provenance } from '../tool/definition.ts';
import { isObject } from '../tool/json.ts';
import { list } from './phrase.ts';

/** What a verdict of low confidence lacks: the facts that would settle it, as a sentence; none for the others. */
export function settlesOf(definition: Definition, verdict: Verdict, provenance: Provenance): string[] {
  if (verdict.confidence !== 'low') return [];
  const missing = missingFacts(definition, verdict, provenance);
  return missing.length === 0 ? [] : [`What would settle it: ${list(missing)}.`];
}

function missingFacts(definition: Definition, verdict: Verdict, provenance: Provenance): string[] {
  const { description, annotations } = definition;
  const isSilent = typeof description !== 'string' || description.trim() === '';
  const hasSchema = isObject(definition['inputSchema']) || Array.isArray(definition['arguments']);
  return [
    ...(provenance === 'listed' ? ['the answer of the server itself to tools/list'] : []),
    ...(isSilent ? ['a description that says what one call does, and to what'] : []),
    ...(isSilent ? [] : sayingMore(verdict)),
    ...(hasSchema || provenance === 'listed' ? [] : ['an input schema that names the parameters']),
    ...(isObject(annotations) && annotations['readOnlyHint'] === true && verdict.category !== 'Read'
      ? ['the word of the author on whether the claim that it only reads holds']
      : []),
  ];
}

/** A description is there and does not carry the verdict. */
function sayingMore({ category, facts, effects }: Verdict): string[] {
  if (category === 'Unclassified')
    return ['a sentence of the description that says what a call reads, changes, runs, deletes or pays'];
  if (facts.includes('router')) return ['the list of operations that it passes on'];
  return effects.length > 1
    ? ['a description that tells which of these effects a call has']
    : ['a name and a description that show the same act'];
}
