import type { Shown } from '../page-model.ts';
import type { Comparison } from './comparison.ts';

/** What `/compare/` shows before anybody chose: servers that do much the same, and two of them side by side. */
export interface ComparePage {
  pairs: { servers: { id: string; title: Shown; href: string }[]; shared: number }[];
  /** Null in a catalogue of less than two servers. */
  example: Comparison | null;
}
