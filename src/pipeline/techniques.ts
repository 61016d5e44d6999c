import type { Finding } from '../core/finding.ts';
import { falseAlarms, recallOf } from '../core/indicators/recall.ts';
import type { TechniqueFigures } from '../core/present/methodology-techniques.ts';
import { readTechniques, type Techniques } from '../ingest/techniques.ts';

/** The sets of a catalogue measured; null where it has none, or unusable ones, which are findings. */
export function techniqueFigures(catalogDir: string): {
  figures: TechniqueFigures | null;
  findings: Finding[];
} {
  const { techniques, findings } = readTechniques(catalogDir);
  return { figures: techniques === null ? null : figuresOf(techniques), findings };
}

/** Lines of the blind set are counted from 1: the even ones were read after its first run. */
function figuresOf({ own, blind, honest, record }: Techniques): TechniqueFigures {
  return {
    own: recallOf(own),
    blind: recallOf(blind),
    read: recallOf(blind.filter((_, index) => index % 2 === 1)),
    unread: recallOf(blind.filter((_, index) => index % 2 === 0)),
    honest: falseAlarms(honest),
    record,
  };
}
