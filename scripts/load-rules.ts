import type { Classifier } from '../src/core/classify/classifier.ts';
import { loadClassifier } from '../src/pipeline/rulebook.ts';
import { EMBEDDED_CATALOGUE } from './embedded-catalogue.ts';
import { Unusable } from './unusable.ts';

/** The classifier of the embedded rules; rules that cannot be used end the command with every problem. */
export function embeddedClassifier(): Classifier {
  const { classifier, findings } = loadClassifier(EMBEDDED_CATALOGUE);
  if (classifier === null) throw new Unusable(findings);
  return classifier;
}
