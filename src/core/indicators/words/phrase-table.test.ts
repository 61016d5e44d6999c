import { expect, test } from 'vitest';
import { CONCEALMENT } from './lexicon/concealment.ts';
import { CONVERSATION } from './lexicon/conversation.ts';
import { GRAMMAR } from './lexicon/grammar.ts';
import { INSTRUCTIONS } from './lexicon/instructions.ts';
import { OTHER_TOOLS } from './lexicon/other-tools.ts';
import { SECOND_ACTION } from './lexicon/second-action.ts';
import { SECRETS } from './lexicon/secrets.ts';
import { TALK } from './lexicon/talk.ts';
import { LEXICON } from './lexicon.ts';
import { PHRASES } from './phrase-table.ts';
import { WINDOWS } from './windows.ts';

const forms = PHRASES.flatMap(([, , list]) => list).map((form) => form.split(' '));

test('every class of a phrase is in the lexicon', () => {
  const used = forms.flatMap((parts) => parts.filter((_, index) => index % 2 === 0));
  expect(used.filter((name) => !(name in LEXICON))).toEqual([]);
});

test('every class is in one list of words and in some phrase', () => {
  const lists = [GRAMMAR, CONCEALMENT, INSTRUCTIONS, SECRETS, CONVERSATION, OTHER_TOOLS, SECOND_ACTION, TALK];
  const names = lists.flatMap((list) => Object.keys(list));
  expect(names.toSorted()).toEqual(Object.keys(LEXICON).toSorted());
  const used = new Set([...forms.flat(), ...WINDOWS.flatMap(({ classes }) => classes), ...['detect', 'neg']]);
  expect(names.filter((name) => !used.has(name))).toEqual([]);
});

test('between two classes stands a number of words', () => {
  const gaps = forms.flatMap((parts) => parts.filter((_, index) => index % 2 === 1));
  expect(gaps.filter((gap) => !/^\d+$/.test(gap))).toEqual([]);
});
