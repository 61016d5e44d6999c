import type { Classifier } from '../core/classify/classifier.ts';
import type { Finding } from '../core/finding.ts';

/** Reads rules and lexicons below a catalogue folder and compiles them; null with findings when they are unusable. */
export function loadClassifier(_catalogDir: string): { classifier: Classifier | null; findings: Finding[] } {
  return {
    classifier: {
      classify: () => ({
        category: 'Unclassified', risk: null, confidence: 'low', confidenceWhy: [], effects: [], facts: [],
        flags: [], signals: [], reasons: [], runnerUp: null,
      }),
    },
    findings: [],
  };
}
