import type { Classifier } from '../core/classify/classifier.ts';
import {
  type Benchmark,
  halvesOf,
  mistakesOf,
  type SplitPair,
  type StageFigures,
  stageFigures,
} from '../core/evaluate/benchmark.ts';
import type { Answer, Prediction } from '../core/evaluate/label.ts';
import { STAGES } from '../core/evaluate/stages.ts';
import { verbListSays } from '../core/evaluate/verb-list.ts';
import type { LabelledSet, LabelledTool } from './labelled-tools.ts';

type Verdicts = (tool: LabelledTool) => Answer;

/** Somebody else's verdicts to score beside ours. */
export interface Entrant {
  title: string;
  predictions: readonly Prediction[];
}

/** Scores our verdicts, a plain verb list and whoever enters on the labelled tools, and takes our verdicts apart. */
export function benchmarkOf(set: LabelledSet, classifier: Classifier, entrant: Entrant | null): Benchmark {
  const { tools, agreement } = set;
  const systems = [
    ...(entrant === null ? [] : [{ id: 'predictions', title: entrant.title, says: saidBy(entrant) }]),
    { id: 'toolwarden', title: 'Toolwarden', says: verdictsOf(classifier) },
    {
      id: 'verb-list',
      title: 'Plain verb list',
      says: ({ definition }: LabelledTool) => verbListSays(definition),
    },
  ].map(({ id, title, says }) => ({ id, title, pairs: pairsOf(tools, says) }));
  const frozen = tools.filter((tool) => tool.frozen).length;
  return {
    labels: {
      tools: tools.length,
      servers: new Set(tools.map(({ label }) => label.id.slice(0, label.id.indexOf('/')))).size,
      tuned: tools.length - frozen,
      frozen,
      frozenServers: set.frozenServers,
      unscoredFrozenServers: set.frozenServers.filter(
        (server) =>
          !tools.some(({ label, frozen: isFrozen }) => isFrozen && label.id.startsWith(`${server}/`)),
      ),
      void: set.void,
    },
    agreement,
    systems: systems.map(({ id, title, pairs }) => ({ id, title, ...halvesOf(pairs) })),
    mistakes: mistakesOf(systems[0]?.pairs ?? []),
    stages: stagesOf(tools, classifier),
  };
}

/** Our verdicts alone, on both halves of the labels: the figures that texts name. */
export function accuracyOf({ tools }: LabelledSet, classifier: Classifier): ReturnType<typeof halvesOf> {
  return halvesOf(pairsOf(tools, verdictsOf(classifier)));
}

/** No answer is scored as a tool left unclassified. */
function saidBy({ predictions }: Entrant): Verdicts {
  const byId = new Map(predictions.map((row) => [row.id, row]));
  return ({ label }) => byId.get(label.id) ?? { category: 'Unclassified', risk: null, flags: [] };
}

function verdictsOf(classifier: Classifier): Verdicts {
  return ({ definition, provenance }) => classifier.classify(definition, provenance);
}

function stagesOf(tools: readonly LabelledTool[], classifier: Classifier): StageFigures[] {
  return STAGES.map(({ id, title, shownOf }) => {
    const says: Verdicts = ({ definition, provenance }) =>
      classifier.classify(shownOf(definition), provenance);
    return stageFigures(id, title, pairsOf(tools, says));
  });
}

function pairsOf(tools: readonly LabelledTool[], says: Verdicts): SplitPair[] {
  return tools.map((tool) => ({
    label: tool.label,
    frozen: tool.frozen,
    said: { ...says(tool), id: tool.label.id },
  }));
}
