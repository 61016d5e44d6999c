import type { TargetId } from '../../../src/core/targets/target.ts';
import type { Answer, Emitted } from '../../../tests/targets/matchers/matcher.ts';

/** One call that the vendor's own evaluator is to decide. */
export interface Question {
  files: readonly Emitted[];
  /** What the server goes by there. */
  key: string;
  tool: string;
  args: Record<string, unknown> | undefined;
}

/** The evaluator of a vendor, as a package of the npm registry that is too heavy for every `npm ci`. */
export interface Vendor {
  target: TargetId;
  /** Package and version that are installed to decide. */
  engine: string;
  version: string;
  /** Decides, with the package installed in `folder`; answers in the order of the questions. Rejects files it refuses. */
  decide(questions: readonly Question[], folder: string): Promise<Answer[]>;
}
