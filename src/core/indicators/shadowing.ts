import type { Definition } from '../tool/definition.ts';
import { isObject } from '../tool/json.ts';
import type { Passage } from './passages.ts';
import type { Sighting } from './sighting.ts';

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

/** What a definition may name as its own: itself, its parameters and their values, and the tools of its server. */
export function ownNames(definition: Definition, passages: readonly Passage[]): ReadonlySet<string> {
  const own = new Set<string>([definition.name]);
  for (const { text, place } of passages) if (place === 'key' || place === 'value') own.add(text);
  const { outputSchema } = definition;
  if (isObject(outputSchema)) own.add('structuredContent');
  return own;
}

/** TP-11: words that say what is to become of the calls of another tool. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: each name is tried in the order of the text, cheapest look first
export function shadowingIn(
  { path, text }: Passage,
  own: ReadonlySet<string>,
  known: ReadonlyMap<string, readonly string[]>,
  server: string | undefined,
): Sighting[] {
  if (text.length < 25) return [];
  const found = ofOtherServers(path, text, server);
  if (!/[_`]|[a-z][A-Z]/.test(text)) return found;
  for (const match of [...text.matchAll(NAMES)].slice(0, MOST)) {
    const name = match[1] ?? match[2] ?? '';
    if (own.has(name) || (server !== undefined && known.get(name)?.includes(server))) continue;
    const [before, after] = [
      text.slice(Math.max(0, match.index - 80), match.index),
      text.slice(match.index + match[0].length, match.index + match[0].length + 160),
    ];
    const called = CALLED_BEFORE.test(before) && (CALLING.test(before) || CALLED_AFTER.test(after));
    const same = after.split(/[.!?](?:\s|$)|\n\n/, 1)[0] ?? '';
    const quote = text.slice(Math.max(0, match.index - 20), match.index + 60);
    if ((called && ALTERS.test(same)) || CHANGED_BEFORE.test(before))
      return [...found, { id: 'TP-11', tier: 'hard', path, quote }];
    if (DISCREDITS.test(after) && known.has(name))
      return [...found, { id: 'TP-11', tier: 'hard', path, quote }];
  }
  return found;
}

function ofOtherServers(path: string, text: string, server: string | undefined): Sighting[] {
  const match = text.includes('server') ? SERVERS.exec(text) : null;
  if (match === null) return [];
  const named = (match[1] ?? match[2] ?? '').toLowerCase();
  if (named === server || ['this', 'the', 'mcp', 'your', 'our', 'same', 'a', 'an', 'its'].includes(named))
    return [];
  const around = text.slice(Math.max(0, match.index - 80), match.index + match[0].length + 160);
  return ALTERS.test(around) ? [{ id: 'TP-11', tier: 'hard', path, quote: match[0] }] : [];
}
