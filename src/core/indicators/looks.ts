import { addressesIn } from './addresses.ts';
import { credentialsIn } from './credentials.ts';
import { encodedIn } from './encoded.ts';
import { hiddenText, mixedWord } from './hidden-text.ts';
import { layoutOf } from './layout.ts';
import { markupIn } from './markup.ts';
import { Reading } from './reading.ts';
import { type Surroundings, shadowingIn } from './shadowing.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { clustersIn } from './words/foreign.ts';
import { type Match, phrasesIn } from './words/phrase-search.ts';

/** What is known of the definition beyond one of its texts. */
export interface Context extends Surroundings {
  /** Whether the tool takes commands. */
  executes(): boolean;
}

const LOOKS: readonly ((reading: Reading) => readonly Sighting[])[] = [
  phrases,
  hiddenText,
  (reading) => encodedIn(reading, speaks),
  layoutOf,
  addressesIn,
  credentialsIn,
  mixedWord,
];

/** What every look at one text finds. */
export function sightingsIn(reading: Reading, around: Context): readonly Sighting[] {
  let found = NOTHING;
  for (const look of LOOKS) found = joined(found, look(reading));
  found = joined(found, markupIn(reading, around.executes));
  return joined(found, shadowingIn(reading, around));
}

/** Nearly every look finds nothing, and nothing is copied then. */
function joined(found: readonly Sighting[], more: readonly Sighting[]): readonly Sighting[] {
  if (more.length === 0) return found;
  return found.length === 0 ? more : [...found, ...more];
}

function phrases(reading: Reading): readonly Sighting[] {
  const { path, text } = reading.passage;
  const hits = reading.hits();
  if (hits.length === 0 && !reading.beyond) return NOTHING;
  const place = path === '/description' ? ofOwnAct : path.startsWith('/inputSchema/') ? asked : asItIs;
  const found = phrasesIn(hits).map((match) => place(match, text));
  return [...found, ...clustersIn(text)].map(({ id, tier, start, end }) => ({
    id,
    tier,
    path,
    quote: text.slice(start, end),
  }));
}

function asItIs(match: Match): Match {
  return match;
}

/** What describes a parameter asks for it, without a verb: "the full conversation". */
function asked(match: Match): Match {
  return match.id === 'TP-12' ? { ...match, id: 'TP-13', tier: 'hard' } : match;
}

/**
 * The verb that opens a description says what the tool does, and so does one in the third person ("reads"): it asks
 * nothing of whoever reads it.
 */
function ofOwnAct(match: Match, text: string): Match {
  if ((match.id !== 'TP-09' && match.id !== 'TP-13') || match.tier !== 'hard') return match;
  const isStated =
    text.slice(0, match.from.start).trim() === '' ||
    STATED.test(text.slice(match.from.start, match.from.end));
  return isStated && !PASSED_ON.test(text.slice(match.from.end)) ? { ...match, tier: 'soft' } : match;
}

const STATED =
  /^(?:needs|requires|expects|wants|reads|opens|loads|gets|fetches|retrieves|returns|extracts|includes|provides|copies|collects|adds|appends|prints|stores|records)$/i;

/** What is read to be handed on is asked for all the same. */
const PASSED_ON =
  /\b(?:and|then|to) (?:then )?(?:pass|send|attach|include|put|upload|forward|submit|append|insert|post)/i;

/** Whether decoded text says what no definition should. */
function speaks(decoded: string): boolean {
  const reading = new Reading({ path: '', text: decoded, place: 'prose' });
  return phrases(reading).some(({ tier }) => tier !== 'note') || markupIn(reading, () => false).length > 0;
}
