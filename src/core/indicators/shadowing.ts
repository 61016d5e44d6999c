import type { Definition } from '../tool/definition.ts';
import { isObject } from '../tool/json.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { CUE } from './words/cues.ts';
import { SIGN } from './words/signs.ts';

const NAMES =
  /`([A-Za-z][\w.-]{2,60})`|\b([a-z][a-z0-9]{0,30}(?:_{1,2}[A-Za-z0-9]{1,30}){1,6}|[a-z]{2,20}(?:[A-Z][a-z0-9]{1,20}){1,5})\b/g;
const MOST = 200;
const CALLED_BEFORE =
  /\b(?:when(?:ever)?|(?:every|any|each|all) (?:calls?|use|invocations?) (?:to|of)|if|once|(?:any|every|each) time|after|before|calls? to|uses? of|invocations? of)\b[^.!?\n]{0,30}$/i;
const CALLING =
  /\b(?:us(?:e|es|ing)|call(?:s|ing)?|invok(?:e|es|ing)|invocations?|run(?:s|ning)?|execut(?:e|es|ing)|tool|function|time)\b[^.!?\n]{0,26}$/i;
const CALLED_AFTER =
  /^[`"']?(?: tool| function)?(?:\s\S{1,12}){0,3}?\s(?:called|used|invoked|executed|run|available|present|installed|enabled|loaded)\b/i;
const ALTERS =
  /\b(?:bcc|cc|instead of (?!this)|redirect\w*|rerout\w*|replac\w*|rewrit\w*|substitut\w*|swap\w*|forward\w*|append\w*|chang\w*|modif\w*|overrid\w*|must (?:be|also|always|first|go|include|set|use|have|send)|always|should (?:be|also|always|go|include|set))\b|\b(?:add|set|send|copy|include)\b[^.!?\n]{0,40}[\w.+-]{1,40}@|https?:/i;
const CHANGED_BEFORE =
  /\b(?:replac|modif|chang|overrid|alter|rewrit|redirect|intercept|hijack|swap)\w{0,4}\b[^.!?\n]{0,24}\b(?:recipients?|arguments?|parameters?|behaviou?rs?|outputs?|inputs?|results?|calls?|destination|body)\b[^.!?\n]{0,12}\b(?:in|of|to|for|from)\b[^.!?\n]{0,16}$/i;
const SERVERS =
  /\b(?:tools?|functions?)\b[^.!?\n]{0,20}\b(?:from|of|on|by|in)\b (?:the |any |an)?(other|another|different|[\w-]{2,40}) (?:mcp )?servers?\b|\b(?:the )?([\w-]{2,40}) (?:mcp )?server's [\w-]{2,40} tool\b/i;
const DISCREDITS =
  /^[`"']?(?: tool| function)?(?:\s\S{1,12}){0,2}?\s(?:deprecated|broken|insecure|unsafe|compromised|unreliable|malicious|vulnerable|disabled|obsolete)\b[^\n]{0,80}\b(?:this (?:tool|one)|instead)/i;

/** What is known beyond one text: the names the definition may call its own, and those of other servers. */
export interface Surroundings {
  /** Its parameters and their values, and itself. */
  own(): ReadonlySet<string>;
  /** Names of tools elsewhere, and the servers that have them. */
  known: ReadonlyMap<string, readonly string[]>;
  server: string | undefined;
}

/** Names of a definition that its texts may speak of. */
export function ownNames(definition: Definition, passages: readonly Passage[]): ReadonlySet<string> {
  const own = new Set<string>([definition.name]);
  for (const { text, place } of passages) if (place === 'key' || place === 'value') own.add(text);
  const { outputSchema } = definition;
  if (isObject(outputSchema)) own.add('structuredContent');
  return own;
}

const SHORTEST = 25;
const NAME_SIGNS = SIGN.underscore | SIGN.tick | SIGN.capital;

/** TP-11: words that say what is to become of the calls of another tool. */
export function shadowingIn(reading: Reading, around: Surroundings): readonly Sighting[] {
  const { passage, glance } = reading;
  if (passage.text.length < SHORTEST) return NOTHING;
  const elsewhere = ofOtherServers(reading, around.server);
  if ((glance.signs & NAME_SIGNS) === 0 || !speaksOfCalls(glance.cues)) return elsewhere;
  const quote = namedTool(passage.text, around);
  if (quote === null) return elsewhere;
  return [...elsewhere, { id: 'TP-11', tier: 'hard', path: passage.path, quote }];
}

const CHANGED_CALLS = CUE.calls | CUE.alters;

function speaksOfCalls(cues: number): boolean {
  return (cues & CHANGED_CALLS) === CHANGED_CALLS || (cues & (CUE.intercepts | CUE.discredits)) !== 0;
}

/** The first name of another tool that the text wants something of, with the words around it. */
function namedTool(text: string, { own, known, server }: Surroundings): string | null {
  for (const match of firstNames(text)) {
    const name = match[1] ?? match[2] ?? '';
    if (own().has(name) || (server !== undefined && known.get(name)?.includes(server))) continue;
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 160);
    const isWanted =
      isAltered(before, after) || CHANGED_BEFORE.test(before) || (known.has(name) && DISCREDITS.test(after));
    if (isWanted) return text.slice(Math.max(0, match.index - 20), match.index + 60);
  }
  return null;
}

function* firstNames(text: string): Generator<RegExpExecArray> {
  let left = MOST;
  for (const match of text.matchAll(NAMES)) {
    if (left-- === 0) return;
    yield match;
  }
}

function isAltered(before: string, after: string): boolean {
  if (!CALLED_BEFORE.test(before) || !(CALLING.test(before) || CALLED_AFTER.test(after))) return false;
  return ALTERS.test(after.split(/[.!?](?:\s|$)|\n\n/, 1)[0] ?? '');
}

const THIS_SERVER = new Set(['this', 'the', 'mcp', 'your', 'our', 'same', 'a', 'an', 'its']);

function ofOtherServers(
  { passage, plain, glance }: Reading,
  server: string | undefined,
): readonly Sighting[] {
  const match = (glance.cues & CUE.servers) === 0 ? null : SERVERS.exec(plain);
  if (match === null) return NOTHING;
  const named = (match[1] ?? match[2] ?? '').toLowerCase();
  if (named === server || THIS_SERVER.has(named)) return NOTHING;
  const around = plain.slice(Math.max(0, match.index - 80), match.index + match[0].length + 160);
  return ALTERS.test(around) ? [{ id: 'TP-11', tier: 'hard', path: passage.path, quote: match[0] }] : NOTHING;
}
