import type { Finding } from '../core/finding.ts';
import { nearest } from '../core/policy/validation/nearest.ts';
import { problem } from '../ingest/problem.ts';

/** Names what is there: the nearest name first, then those that begin alike. */
export function unknown(kind: 'server' | 'tool' | 'target', name: string, known: readonly string[]): Finding {
  const start = name.slice(0, 3).toLowerCase();
  const meant = nearest(name, known);
  const alike = known.filter((one) => one.toLowerCase().includes(start));
  const some = [...new Set([...(meant === null ? [] : [meant]), ...alike, ...known])].slice(0, 8).join(', ');
  const hint = known.length === 0 ? 'There is none at all.' : `Write one that is there, e.g. ${some}.`;
  return problem(`unknown-${kind}`, `There is no ${kind} "${name}".`, hint);
}
