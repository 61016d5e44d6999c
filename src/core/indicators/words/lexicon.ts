import { CONCEALMENT } from './lexicon/concealment.ts';
import { CONVERSATION } from './lexicon/conversation.ts';
import { GRAMMAR } from './lexicon/grammar.ts';
import { INSTRUCTIONS } from './lexicon/instructions.ts';
import { OTHER_TOOLS } from './lexicon/other-tools.ts';
import { SECOND_ACTION } from './lexicon/second-action.ts';
import { SECRETS } from './lexicon/secrets.ts';
import { TALK } from './lexicon/talk.ts';

/**
 * The words that phrases are made of, by class. Written without accents and in lower case, as folded text is.
 * `a_b` stands for two words one after the other. Every class holds the plain forms of several languages.
 */
export const LEXICON = {
  ...GRAMMAR,
  ...CONCEALMENT,
  ...INSTRUCTIONS,
  ...SECRETS,
  ...CONVERSATION,
  ...OTHER_TOOLS,
  ...SECOND_ACTION,
  ...TALK,
} as const satisfies Record<string, string>;

export type WordClass = keyof typeof LEXICON;
