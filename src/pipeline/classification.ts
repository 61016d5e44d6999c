import type { Classifier } from '../core/classify/classifier.ts';
import type { Classification } from '../core/schemas/classification.ts';
import { definitionFindings } from '../core/tool/findings.ts';
import { definitionHash } from '../core/tool/hash.ts';
import type { ToolEntry } from '../ingest/tool-entries.ts';

/** The published conclusion about one tool of an input; its definition counts as observed. */
export function classificationOf({ id, server, tool }: ToolEntry, classifier: Classifier): Classification {
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
    findings: definitionFindings(tool, 'observed', verdict),
    definitionHash: definitionHash(tool),
  };
}
