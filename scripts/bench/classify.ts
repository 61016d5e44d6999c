import type { Classifier } from '../../src/core/classify/classifier.ts';
import { indicatorFindings } from '../../src/core/indicators/findings.ts';
import { shown } from '../../src/core/present/shown.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import { definitionFindings } from '../../src/core/tool/findings.ts';
import type { ServerSource } from '../../src/ingest/server-source.ts';
import { generatedTool } from './generated-tools.ts';
import type { Figure } from './table.ts';

const GENERATED = 20_000;
/** The first rounds are slower, while the engine compiles what it sees often. */
const ROUNDS = 15;
const ROUNDS_EACH = 5;

/**
 * Definitions classified per second on one core: the best of several rounds, each over all definitions. Then what one
 * definition costs, and what it costs with its findings: at the median, and the worst.
 */
export function benchClassify(classifier: Classifier, corpus: readonly ServerSource[] | null): Figure[] {
  const generated = Array.from({ length: GENERATED }, (_, number) => generatedTool(number) as Definition);
  const real = corpus?.flatMap((source) => source.read().server?.definitions ?? []) ?? null;
  const sets: [string, readonly Definition[]][] = [
    ...(real === null ? [] : [[`${real.length} real tools`, real] satisfies [string, readonly Definition[]]]),
    [`${GENERATED} generated tools`, generated],
  ];
  return [
    ...sets.map(([what, definitions]) => rate(what, classifier, definitions)),
    ...sets
      .slice(0, 1)
      .flatMap(([what, definitions]) => [
        ...costs(`one of ${what}`, definitions, (tool) => classifier.classify(tool, 'observed'), [
          'under 60 µs',
          'under 5 ms',
        ]),
        ...costs(`one of ${what}, with findings`, definitions, (tool) =>
          definitionFindings(
            tool,
            'observed',
            classifier.classify(tool, 'observed'),
            indicatorFindings(tool, {}),
          ),
        ),
      ]),
  ];
}

function rate(what: string, classifier: Classifier, definitions: readonly Definition[]): Figure {
  const rates = Array.from({ length: ROUNDS }, () => {
    // Processor time, not time on the wall: the figure is for one core, whatever else the machine does.
    const start = process.cpuUsage();
    for (const definition of definitions) classifier.classify(definition, 'observed');
    const { user, system } = process.cpuUsage(start);
    return (definitions.length / (user + system)) * 1e6;
  });
  const result = `${Math.round(Math.max(...rates))} tools/s`;
  return { what: `classify ${what}`, result, aim: '20000 tools/s or more' };
}

/** The best of several rounds for each definition: whatever else the machine does shows less. */
function costs(
  what: string,
  definitions: readonly Definition[],
  run: (tool: Definition) => unknown,
  [middle, most] = ['', ''],
): Figure[] {
  const best = new Float64Array(definitions.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS_EACH; round++)
    for (const [index, tool] of definitions.entries()) {
      const start = process.hrtime.bigint();
      run(tool);
      best[index] = Math.min(best[index] ?? 0, Number(process.hrtime.bigint() - start) / 1000);
    }
  const worst = best.indexOf(Math.max(...best));
  const name = definitions[worst]?.name ?? '';
  const median = best.toSorted()[Math.floor(best.length / 2)] ?? 0;
  return [
    {
      what: `${what}: median`,
      result: `${median.toFixed(1)} µs`,
      aim: middle,
    },
    {
      what: `${what}: the worst, ${shown(name.slice(0, 40))}`,
      result: `${((best[worst] ?? 0) / 1000).toFixed(2)} ms`,
      aim: most,
    },
  ];
}
