import type { Classifier } from '../core/classify/classifier.ts';
import { type IndicatorOptions, indicatorFindings } from '../core/indicators/findings.ts';
import type { Classification } from '../core/schemas/classification.ts';
import type { Definition } from '../core/tool/definition.ts';
import { definitionFindings } from '../core/tool/findings.ts';
import { definitionHash } from '../core/tool/hash.ts';
import type { ToolEntry } from '../core/tool/tool-list.ts';

/**
 * The published conclusion about one tool of an input; its definition counts as observed.
 * `previous`: the definition of the same tool as it was observed before.
 */
export function classificationOf(
  { id, server, tool }: ToolEntry,
  classifier: Classifier,
  previous?: Definition,
): Classification {
  const options: IndicatorOptions = previous === undefined ? {} : { previous };
  const verdict = classifier.classify(tool, 'observed');
  const { category, risk, confidence, effects, flags, signals, actions, reasons, runnerUp } = verdict;
  return {
    id,
    server,
    tool: tool.name,
    category,
    risk,
    confidence,
    effects,
    flags,
    signals,
    actions,
    reasons,
    runnerUp,
    findings: definitionFindings(tool, 'observed', verdict, indicatorFindings(tool, options)),
    definitionHash: definitionHash(tool),
  };
}
