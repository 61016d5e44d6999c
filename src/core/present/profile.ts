import type { Count } from './page-model.ts';
import { count, list } from './phrase.ts';

/** One level in the chart of a risk profile. */
export interface ProfilePart extends Count {
  /** Of all tools, in per cent with one decimal: where the part begins and how wide it is. */
  start: number;
  width: number;
  /** For a person: "12%", "under 1%". */
  share: string;
}

/** The levels that any tool has, in the order given, as parts of one bar. */
export function profileParts(counts: readonly Count[]): ProfilePart[] {
  const total = sumOf(counts);
  let before = 0;
  return counts
    .filter(({ tools }) => tools > 0)
    .map((one) => {
      const start = percent(before, total);
      before += one.tools;
      return {
        ...one,
        start,
        width: round(percent(before, total) - start),
        share: shareOf(one.tools, total),
      };
    });
}

/** What the chart shows, for those who do not see it. */
export function profileSays(counts: readonly Count[]): string {
  const parts = profileParts(counts);
  if (parts.length === 0) return 'Risk profile: no tools.';
  const levels = parts.map(({ label, tools, share }) => `${tools} ${label} (${share})`);
  return `Risk profile of ${count(sumOf(counts), 'tool')}: ${list(levels)}.`;
}

function sumOf(counts: readonly Count[]): number {
  return counts.reduce((sum, { tools }) => sum + tools, 0);
}

function percent(part: number, total: number): number {
  return round((part / total) * 100);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function shareOf(part: number, total: number): string {
  const share = Math.round((part / total) * 100);
  if (share === 0) return 'under 1%';
  return share === 100 && part < total ? 'over 99%' : `${share}%`;
}
