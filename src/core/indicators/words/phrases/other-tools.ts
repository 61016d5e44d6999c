import type { Phrases } from '../phrase-table.ts';

/** Steering the calls of other tools, and second actions to somewhere else. See `phrase-table.ts` for the notation. */
export const STEERING: Phrases = [
  [
    'TP-10',
    'soft',
    [
      'first 2 any 2 tool',
      'prior_to 2 any 2 tool',
      'priority 4 others',
      'priority 4 other 1 tool',
      'priority 3 all 1 others',
      'before 2 use 2 any 2 tool',
      'before 2 any 1 tool',
      'neg 3 use 3 other 2 tool',
      'instead 2 of 2 any 2 tool',
      'instead 2 of 2 other 2 tool',
      'neg 1 other 1 tool 6 until',
      'whenever 2 any 1 tool 8 use',
      'before_all 4 use',
      'use 4 before_all',
    ],
  ],
  [
    'TP-10',
    'note',
    [
      'must 2 use 3 first',
      'must 3 use 2 this 1 first',
      'use 1 this 2 tool 1 first',
      'use 2 this 2 instead 0 of',
      'after 1 any 1 tool',
      'use 5 start 2 any 2 chat_noun',
      'start 2 any 2 chat_noun 4 use',
    ],
  ],
  [
    'TP-11',
    'hard',
    [
      'when 4 other_server 12 alter',
      'tool 3 of 2 other_server',
      'other_server 4 tool 8 must',
      'every_call 8 alter',
      'when 1 other_tool 8 alter_strict',
      'whenever 2 use 2 server_word 5 alter',
      'alter 4 argument 3 of 3 other 2 tool',
      'after 1 any 2 tool 8 moving',
    ],
  ],
  [
    'TP-22',
    'soft',
    [
      'also 2 sends 8 outside',
      'sends 4 also 4 outside',
      'copies 6 sends 4 outside',
      'copies 6 to_us',
      'copies 4 outside',
      'sends 8 outside 3 afterwards',
      'sends 4 ours',
    ],
  ],
];
