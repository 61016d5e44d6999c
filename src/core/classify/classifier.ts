import type { Definition, Provenance } from '../tool/definition.ts';
import type { Verdict } from './verdict.ts';

/** A compiled rulebook. Pure: the same definition always gets the same verdict. */
export interface Classifier {
  classify(definition: Definition, provenance: Provenance): Verdict;
}
