import type { Tier } from './sighting.ts';

interface Wording {
  /** Follows "contains". */
  what: string;
  hint: string;
}

const REPORT = 'A reader should not connect this server before its author has explained it; report it.';
const hint = (author: string): string => `The author should ${author} ${REPORT}`;

/** What each indicator says of itself, and what to do. Facts, never a judgement of intent. */
const WORDING: Readonly<Record<string, Wording>> = {
  'TP-01': { what: 'invisible tag characters', hint: hint('remove them.') },
  'TP-02': { what: 'zero-width or format characters', hint: 'Remove them: they split or hide words.' },
  'TP-03': { what: 'characters that reverse the order of the text', hint: hint('remove them.') },
  'TP-04': { what: 'control characters', hint: hint('remove them: a terminal obeys them.') },
  'TP-05': {
    what: 'letters that look like others',
    hint: 'Write the word in the letters of one script; a reader should check which tool is meant.',
  },
  'TP-06': {
    what: 'words that set other instructions aside',
    hint: hint('say what the tool does, and leave other instructions alone.'),
  },
  'TP-07': {
    what: 'markup that a model may take for its own',
    hint: 'Write plain sentences; a reader should read what is inside the marks.',
  },
  'TP-08': {
    what: 'words that ask to conceal something from the user',
    hint: hint('remove them: a tool has nothing to hide from its user.'),
  },
  'TP-09': {
    what: 'words about a file or secret that belongs to the user',
    hint: hint('ask for what the tool needs through a parameter the user sees.'),
  },
  'TP-10': {
    what: 'words that order this tool before or in place of others',
    hint: 'Say when the tool fits and leave the choice to the model.',
  },
  'TP-11': { what: 'words about the calls of another tool', hint: hint('describe this tool only.') },
  'TP-12': {
    what: 'a parameter that takes more than the tool needs',
    hint: 'Ask only for what the call needs; a reader should keep it empty.',
  },
  'TP-13': {
    what: 'words that ask for the conversation or the system prompt',
    hint: hint('ask only for what the call needs.'),
  },
  'TP-14': {
    what: 'a parameter that hides something or switches a check off',
    hint: 'Remove it, or say in its description what it is for.',
  },
  'TP-15': { what: 'encoded text', hint: 'Write it in plain words.' },
  'TP-16': { what: 'text behind a wide gap', hint: 'Close the gap, so that a reader sees the whole text.' },
  'TP-17': { what: 'more text than a person reads', hint: 'Shorten it: what nobody reads nobody checks.' },
  'TP-18': {
    what: 'an address that collects what it is sent or hides where it leads',
    hint: 'Name the address of the service itself.',
  },
  'TP-19': { what: 'words that press', hint: 'State the condition once, in a calm sentence.' },
  'TP-20': {
    what: 'instructions in a part of the schema that is no place for them',
    hint: hint('put a plain value there.'),
  },
  'TP-21': {
    what: 'marks of a chat turn or of a template',
    hint: 'Write plain sentences: a model may take them for the words of somebody else.',
  },
  'TP-22': {
    what: 'words about a second action to somewhere else',
    hint: 'Say where it goes and let the caller choose; a reader should find out who receives it.',
  },
  'TP-23': {
    what: 'words of change under a claim of reading',
    hint: 'Make name, annotations and text agree.',
  },
  'TP-24': {
    what: 'the name of a tool that clients bring themselves',
    hint: 'Choose a name of its own; a reader should check which tool a call reaches.',
  },
  'TP-25': { what: 'a command line that fetches and runs', hint: 'Remove it; a reader should not run it.' },
  'TP-26': {
    what: 'script, or an address that can carry script',
    hint: 'Use plain text, and https or a bitmap for icons.',
  },
  'TP-27': {
    what: 'what looks like a working credential',
    hint: 'Revoke it at its provider and write a placeholder.',
  },
  'TP-28': {
    what: 'what was not there before',
    hint: 'Compare both definitions and decide anew whether to allow the tool.',
  },
  'TP-29': {
    what: 'a remedy for an error that hands over contents or credentials',
    hint: 'Say what the error means; a reader should hand nothing over.',
  },
  'TP-30': { what: 'an input of any shape', hint: 'List the parameters, so that a policy can name them.' },
  'TP-31': {
    what: 'a parameter that becomes a header it must not',
    hint: 'Use a header of its own, and none for secrets.',
  },
  'TP-32': {
    what: 'a name outside the rules',
    hint: 'Use 1 to 128 of the characters A-Z, a-z, 0-9, underscore, hyphen and dot, as the MCP specification asks since 2025-11-25.',
  },
};

export function wordingOf(id: string): Wording {
  return WORDING[id] ?? { what: 'an indicator', hint: REPORT };
}

/** What an observation says where the graver words would accuse: many an honest definition holds such words. */
const OBSERVED: Readonly<Record<string, Wording>> = {
  'TP-08': {
    what: 'words about what the user is shown or asked',
    hint: 'Say plainly what the user sees; a reader should read the sentence they stand in.',
  },
  'TP-14': {
    what: 'a parameter whose name often stands for something hidden or sent elsewhere',
    hint: 'Say in its description what it is for.',
  },
};

/** The words for one tier: only a hard indicator tells a reader to report it. */
export function wordingFor(id: string, tier: Tier): Wording {
  const { what, hint } = (tier === 'note' ? OBSERVED[id] : undefined) ?? wordingOf(id);
  return {
    what,
    hint: tier === 'hard' ? hint : hint.replace(REPORT, 'A reader should judge it by the words quoted.'),
  };
}
