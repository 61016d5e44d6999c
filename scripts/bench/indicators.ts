import { indicatorFindings } from '../../src/core/indicators/findings.ts';
import { knownToolsOf } from '../../src/core/indicators/known-tools.ts';
import type { Share } from '../../src/core/indicators/recall.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import type { ServerSource } from '../../src/ingest/server-source.ts';
import { techniqueFigures } from '../../src/pipeline/techniques.ts';
import { columns } from '../terminal-table.ts';

const ROUNDS = 5;

/** Recall on the committed sets, hits on real definitions by indicator, and what a definition costs. */
export function benchIndicators(catalogDir: string, corpus: readonly ServerSource[] | null): string {
  const parts = [recallText(catalogDir)];
  if (corpus === null)
    return [...parts, 'Hits on real definitions are not measured: the corpus is not here.\n'].join('\n');
  const servers = corpus.map((source) => ({
    id: source.id,
    definitions: source.read().server?.definitions ?? [],
  }));
  const { owners } = knownToolsOf(
    servers.map(({ id, definitions }) => [id, definitions.map(({ name }) => name)]),
  );
  const look = ({ server, definition }: Sample): ReturnType<typeof indicatorFindings> =>
    indicatorFindings(definition, { server, knownTools: owners });
  const samples = servers.flatMap(({ id, definitions }) =>
    definitions.map((definition): Sample => ({ server: id, definition })),
  );
  return [...parts, hitsText(samples.map(look)), costText(samples, look)].join('\n');
}

interface Sample {
  server: string;
  definition: Definition;
}

function recallText(catalogDir: string): string {
  const { figures } = techniqueFigures(catalogDir);
  if (figures === null) return 'The sets of techniques cannot be used; `toolwarden check` says why.\n';
  const { own, blind, read, unread, honest } = figures;
  const sets = { own, blind, 'blind, half read': read, 'blind, half not read': unread };
  const rows = Object.entries(sets).map(([name, { hard, soft }]) => [name, told(hard), told(soft)]);
  const ids = own.byIndicator.map((row) => {
    const other = blind.byIndicator.find(({ id }) => id === row.id);
    return [row.id, told(row.hard), told(row.soft), told(other?.hard), told(other?.soft)];
  });
  return [
    columns(['Set', 'Hard found', 'Soft found'], rows),
    `Honest definitions that show a hard indicator: ${told(honest.hard)}; a soft one: ${told(honest.soft)}.\n`,
    columns(['Indicator', 'Own, hard', 'Own, soft', 'Blind, hard', 'Blind, soft'], ids),
  ].join('\n');
}

function told(share: Share | undefined): string {
  return share === undefined || share.of === 0 ? '-' : `${share.found}/${share.of}`;
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

function hitsText(all: readonly ReturnType<typeof indicatorFindings>[]): string {
  const ids = [...new Set(all.flat().map(({ code }) => code))].toSorted();
  const showing = (severity: string, id?: string): string =>
    String(
      all.filter((findings) =>
        findings.some((one) => one.severity === severity && (id === undefined || one.code === id)),
      ).length,
    );
  const rows = ids.map((id) => [id, ...SEVERITIES.map((severity) => showing(severity, id))]);
  rows.push(['any', ...SEVERITIES.map((severity) => showing(severity))]);
  return columns([`Of ${all.length} real definitions`, 'hard', 'soft', 'note'], rows);
}

/** The best of several rounds for each definition: whatever else the machine does shows less. */
function costText(samples: readonly Sample[], look: (sample: Sample) => unknown): string {
  const best = new Float64Array(samples.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, sample] of samples.entries()) {
      const start = process.hrtime.bigint();
      look(sample);
      best[index] = Math.min(best[index] ?? 0, Number(process.hrtime.bigint() - start) / 1000);
    }
  best.sort();
  const at = (share: number): string => `${(best[Math.floor((best.length - 1) * share)] ?? 0).toFixed(1)} µs`;
  return `A definition costs ${at(0.5)} at the median, ${at(0.99)} at the 99th percentile, ${at(1)} at worst.\n`;
}
