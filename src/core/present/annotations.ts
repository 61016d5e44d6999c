import type { Finding } from '../finding.ts';
import { isObject, type JsonObject } from '../tool/json.ts';
import { restatedHints } from './annotation-hints.ts';
import type { Shown } from './page-model.ts';
import { list } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { AnnotationRow } from './tool-page-model.ts';

/** Defaults and meanings of the hints. Source: MCP specification, ToolAnnotations, unchanged since 2025-03-26. */
const HINTS = {
  readOnlyHint: { fallback: false, yes: 'the tool changes nothing', no: 'the tool may change something' },
  destructiveHint: { fallback: true, yes: 'the tool may destroy something', no: 'the tool only adds' },
  idempotentHint: {
    fallback: false,
    yes: 'repeating a call adds nothing',
    no: 'repeating a call may add to its effect',
  },
  openWorldHint: {
    fallback: true,
    yes: 'the tool may reach beyond its own system',
    no: 'the tool stays within its own system',
  },
} as const;

type Hint = AnnotationRow['hint'];

/** What the author claims, hint by hint, and the value that holds where the author is silent. */
export function annotationRows({ definition }: Subject): AnnotationRow[] {
  const annotations = statedBy(definition);
  return (Object.keys(HINTS) as Hint[]).map((hint) => {
    const value = annotations[hint];
    const stated = typeof value === 'boolean' ? value : null;
    const effective = stated ?? HINTS[hint].fallback;
    const meaning = effective ? HINTS[hint].yes : HINTS[hint].no;
    const says =
      stated === null
        ? `Not stated, so the default of the specification holds: ${meaning}.`
        : `The author states that ${meaning}.`;
    return { hint, stated, effective, says };
  });
}

/**
 * Whether the claims agree with the verdict. Claims may raise a risk, never lower one. A hint that the patch would state
 * otherwise is named with its reason, so that the sentence and the patch on one page cannot disagree.
 */
export function agreementOf(
  { definition, verdict, findings }: Subject,
  rows: readonly AnnotationRow[],
): Shown {
  const stated = rows.filter((row) => row.stated !== null);
  if (stated.length === 0) {
    return shown(
      'The author states no hints, so there is no claim to compare with the verdict; the defaults of the specification assume the worst.',
    );
  }
  if (verdict.risk === null)
    return shown(
      'The author states hints, but hints are claims and do not replace a description: the tool stays unrated.',
    );
  const against = contradicted(findings);
  const others = restatedHints(verdict, statedBy(definition)).filter(([hint]) => !against.includes(hint));
  if (against.length > 0) {
    const says = `The verdict contradicts what the author states in ${list(against)}; a claim never lowers a risk.`;
    return shown(others.length === 0 ? says : `${says} The patch below also states ${otherwise(others)}`);
  }
  if (others.length > 0)
    return shown(
      `The verdict does not fit what the author states in ${list(others.map(([hint]) => hint))}, so the patch below states ${otherwise(others)}`,
    );
  const claimsMore = verdict.category === 'Read' && rows.some(isClaimOfChange);
  if (claimsMore)
    return shown(
      'The author states that the tool may change something, which the rest of the definition does not show.',
    );
  return shown('What the author states does not contradict the verdict; the verdict does not rest on it.');
}

function isClaimOfChange({ hint, stated }: AnnotationRow): boolean {
  return hint === 'readOnlyHint' && stated === false;
}

function contradicted(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ code }) => code === 'annotation-contradiction')
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
}

function otherwise(hints: ReturnType<typeof restatedHints>): string {
  const values = list(hints.map(([hint, { value }]) => `${hint} as ${value}`));
  return `${values}. ${hints.map(([, { why }]) => why).join(' ')}`;
}

function statedBy(definition: Subject['definition']): JsonObject {
  return isObject(definition['annotations']) ? definition['annotations'] : {};
}
