import { DOUBT_EXAMPLES } from './examples/doubts.ts';
import type { Example } from './examples/example.ts';
import { LIMIT_EXAMPLES } from './examples/limits.ts';
import { LIST_EXAMPLES } from './examples/lists.ts';
import { OPERATOR_EXAMPLES } from './examples/operators.ts';

/**
 * The policy language by example: what each chapter says is shown by calls that are decided as they say. The table is
 * its documentation and its test.
 */
export const EXAMPLE_CHAPTERS: readonly { title: string; examples: readonly Example[] }[] = [
  { title: 'Which tools may be called', examples: LIST_EXAMPLES },
  { title: 'Operators, conditions and entries', examples: OPERATOR_EXAMPLES },
  { title: 'What is missing, and what cannot be decided', examples: DOUBT_EXAMPLES },
  { title: 'How often', examples: LIMIT_EXAMPLES },
];
