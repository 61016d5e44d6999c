import type { Attack } from '../../attacks/attack.ts';
import { becauseOf, precisionOf } from '../../attacks/meets.ts';
import { attackHref } from '../hrefs.ts';
import { list } from '../phrase.ts';
import { shown } from '../shown.ts';
import type { Subject } from '../subject.ts';
import type { ToolPage } from '../tool-page-model.ts';

/**
 * The patterns of one tool whose preconditions its verdict meets, each with the evidence: the most precise first, those
 * that hold for every tool last.
 */
export function attacksOf(
  { verdict, hash }: Pick<Subject, 'verdict' | 'hash'>,
  patterns: readonly Attack[],
): ToolPage['attacks'] {
  const met = patterns.flatMap((pattern) => {
    const because = becauseOf(pattern, verdict);
    return because === null ? [] : [{ pattern, because }];
  });
  return met
    .sort((a, b) => precisionOf(b.pattern) - precisionOf(a.pattern))
    .map(({ pattern, because }) => ({
      id: pattern.id,
      href: attackHref(pattern.id),
      title: pattern.title,
      text: shown(pattern.when.everyTool === undefined ? pattern.summary : pinned(hash)),
      because: shown(
        pattern.when.everyTool === undefined
          ? `Because it ${list(because)}.`
          : 'Because this holds for every definition.',
      ),
    }));
}

/** What holds for every tool is told by what to do about it: the title says what it is. */
function pinned(hash: string): string {
  return `Before you rely on the verdict, compare the hash of yours with ${hash.slice(0, 19)}….`;
}
