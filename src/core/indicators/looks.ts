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
import { type Match, phrasesIn } from './words/phrases.ts';

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
  const found = phrasesIn(hits).map(place);
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

/** The verb that opens a description says what the tool does; it asks nothing of whoever reads it. */
function ofOwnAct(match: Match): Match {
  const isAct = match.from.first === 0 && (match.id === 'TP-09' || match.id === 'TP-13');
  return isAct && match.tier === 'hard' ? { ...match, tier: 'soft' } : match;
}

/** Whether decoded text says what no definition should. */
function speaks(decoded: string): boolean {
  const reading = new Reading({ path: '', text: decoded, place: 'prose' });
  return phrases(reading).some(({ tier }) => tier !== 'note') || markupIn(reading, () => false).length > 0;
}
