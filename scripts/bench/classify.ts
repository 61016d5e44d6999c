import type { Classifier } from '../../src/core/classify/classifier.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import type { ServerSource } from '../../src/ingest/server-source.ts';
import { generatedTool } from './generated-tools.ts';
import type { Figure } from './table.ts';

const GENERATED = 20_000;
const ROUNDS = 5;

/** Definitions classified per second on one core: the best of several rounds, each over all definitions. */
export function benchClassify(classifier: Classifier, corpus: readonly ServerSource[] | null): Figure[] {
  const generated = Array.from({ length: GENERATED }, (_, number) => generatedTool(number) as Definition);
  const figures = [figure(`classify ${GENERATED} generated tools`, classifier, generated)];
  if (corpus === null) return figures;
  const real = corpus.flatMap((source) => source.read().server?.definitions ?? []);
  return [figure(`classify ${real.length} real tools`, classifier, real), ...figures];
}

function figure(what: string, classifier: Classifier, definitions: readonly Definition[]): Figure {
  const rates = Array.from({ length: ROUNDS }, () => {
    // Processor time, not time on the wall: the figure is for one core, whatever else the machine does.
    const start = process.cpuUsage();
    for (const definition of definitions) classifier.classify(definition, 'observed');
    const { user, system } = process.cpuUsage(start);
    return (definitions.length / (user + system)) * 1e6;
  });
  return { what, result: `${Math.round(Math.max(...rates))} tools/s`, aim: '20000 tools/s or more' };
}
