import { type Classifier, compileRules } from '../core/classify/classifier.ts';
import { readRulebook } from '../ingest/rules.ts';

/** The rules of a catalogue, compiled with something left out; null where they cannot be used. */
export interface Variants {
  /** No rule has an exception: shows what exceptions keep out. */
  eager: Classifier | null;
}

export function variantsOf(rulesDir: string): Variants {
  const { rules, lexicons } = readRulebook(rulesDir).files;
  const bare = rules.map(({ rule: { unless: _, ...rule } }) => rule);
  return { eager: compileRules(bare, lexicons).classifier };
}
