import type { Definition } from '../tool/definition.ts';
import { isObject } from '../tool/json.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { CUE } from './words/cues.ts';
import { SIGN } from './words/signs.ts';

const NAMES =
  /`([A-Za-z][\w.-]{2,60})`|(?<![\w/.-])([A-Za-z][A-Za-z0-9]{0,30}(?:_{1,2}[A-Za-z0-9]{1,30}){1,6}|[a-z]{2,20}(?:[A-Z][a-z0-9]{1,20}){1,5}|[a-z][a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){1,6})\b|['"\u2018\u201c]([A-Z][A-Za-z]{1,20}(?: [A-Za-z][a-z]{1,20}){1,4})['"\u2019\u201d] (?:tool|function)/g;
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
  /\b(?:tools?|functions?)\b[^.!?\n]{0,20}\b(?:from|of|on|by|in)\b (?:the |any |an)?(other|another|different|[\w-]{2,40}) (?:mcp )?servers?\b|\b(?:the )?([\w-]{2,40}) (?:mcp )?server's (?:[\w-]{2,40} )?tools?\b/i;
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

const SENTENCE_END = /[.!?](?:\s|$)|\n\n/;
/** Words by which a sentence wants something of a call, rather than points at a tool. */
const WANTED =
  /\b(?:called|calls|calling|invo\w+|instead|must|always|never|should|shall|arguments?|recipients?|destinations?|appel\w*|bcc|cc|add(?:s|ed|ing)?|append\w*|prepend\w*|prefix\w*|put|place[sd]?|insert\w*|set|double\w*|replac\w*|chang\w*|modif\w*|rout(?:e|es|ed|ing)|redirect\w*|forward\w*|cop(?:y|ies|ied)|also|belongs?|attach\w*|bug|broken|slow\w*|unsafe|insecure|vulnerab\w*|compromised|deprecated|supported|retired|leak\w*|before each|after each|every|whenever|each time|works best|works only|only works|wants|has to|have to|trust\w*|wrong|stale|through this|via this|before|after|prior to|mention|unless|until|rather than|in place of|safer|faster|llam\w+|us(?:a|e|ar|es) la herramienta|siempre|cada vez|agreg\w+|añad\w+|aufgerufen|aufruf\w*|immer|stets|verwend\w+|chiamat\w+|sempre|ogni volta|aggiung\w+|toujours|chaque|ajout\w+|aangeroepen|altijd|toevoeg\w*|zawsze|her zaman)\b|вызов|вызыва|вызван|всегда|инструмент|调用|使用|必须|请|改为|始终|呼び出|使う|使用|必ず|追加|호출|사용|항상|추가|[\w.+-]@[\w-]|https?:/i;
const SHORTEST = 25;
const NAME_SIGNS = SIGN.underscore | SIGN.tick | SIGN.capital | SIGN.rule;

/** TP-11: words that say what is to become of the calls of another tool, or that name a tool of another server. */
export function shadowingIn(reading: Reading, around: Surroundings): readonly Sighting[] {
  const { passage, glance } = reading;
  if (passage.text.length < SHORTEST || !passage.text.includes(' ')) return NOTHING;
  const elsewhere = ofOtherServers(reading, around.server);
  const mayName = (glance.signs & NAME_SIGNS) !== 0 && (around.known.size > 0 || speaksOfCalls(glance.cues));
  const named = mayName ? namedTool(passage, around) : null;
  return named === null ? elsewhere : [...elsewhere, named];
}

const CHANGED_CALLS = CUE.calls | CUE.alters;

function speaksOfCalls(cues: number): boolean {
  return (cues & CHANGED_CALLS) === CHANGED_CALLS || (cues & (CUE.intercepts | CUE.discredits)) !== 0;
}

/** The gravest mention of another tool: hard where the text wants something of it, soft where it only names it. */
function namedTool({ text, path }: Passage, around: Surroundings): Sighting | null {
  let mentioned: Sighting | null = null;
  for (const match of firstNames(text)) {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    const owners = ownersOf(name, () => isCalledTool(text, match), around);
    if (owners === null) continue;
    const quote = text.slice(Math.max(0, match.index - 20), match.index + 60);
    if (isWanted(text, match, owners)) return { id: 'TP-11', tier: 'hard', path, quote };
    if (owners.length > 0) mentioned ??= { id: 'TP-11', tier: 'soft', path, quote, says: mentionOf(owners) };
  }
  return mentioned;
}

function mentionOf(owners: readonly string[]): string {
  return `the name of a tool of another server (${owners.slice(0, 3).join(', ')})`;
}

/** The servers that have a tool of this name; null for a name that the definition may call its own. */
function ownersOf(
  name: string,
  isCalledTool: () => boolean,
  { own, known, server }: Surroundings,
): readonly string[] | null {
  const owners = known.size === 0 ? [] : (namedOwners(name, isCalledTool, known) ?? []);
  if (server !== undefined && owners.includes(server)) return null;
  if (owners.length === 0 && /[- ]/.test(name)) return null;
  return own().has(name) ? null : owners;
}

/** Words with hyphens and names of other libraries are common; only one that is called a tool is meant for one. */
function namedOwners(
  name: string,
  isCalledTool: () => boolean,
  known: Surroundings['known'],
): readonly string[] | undefined {
  const exact = known.get(name) ?? known.get(name.toLowerCase());
  if (exact !== undefined) return name.includes('-') && !isCalledTool() ? undefined : exact;
  const alike = /[A-Z -]/.test(name) ? known.get(snakeCase(name)) : undefined;
  return alike !== undefined && isCalledTool() ? alike : undefined;
}

/** `name`, "the name tool", "tool name": words with a hyphen are names only there. */
function isCalledTool(text: string, { 0: { length }, 1: quoted, index }: RegExpExecArray): boolean {
  if (quoted !== undefined) return true;
  return (
    /^['"\u2019\u201d]? (?:tool|function|call)/i.test(text.slice(index + length, index + length + 12)) ||
    /(?:tools?|functions?|calls?|outil|herramienta|strumento|werkzeug) (?:called |named )?['"]?$/i.test(
      text.slice(Math.max(0, index - 20), index),
    ) ||
    /(?:tool|function)$/.test(text.slice(index, index + length))
  );
}

/** "Send Message", `sendMessage` and `send-message` may all be meant for `send_message`. */
function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[ -]/g, '_')
    .toLowerCase();
}

function isWanted(text: string, match: RegExpExecArray, owners: readonly string[]): boolean {
  const before = text.slice(Math.max(0, match.index - 80), match.index);
  const end = match.index + match[0].length;
  const after = text.slice(end, end + 160);
  if (isAltered(before, after) || CHANGED_BEFORE.test(before)) return true;
  if (owners.length === 0) return false;
  const sentence = `${before.split(SENTENCE_END).at(-1) ?? ''} ${after.split(SENTENCE_END, 1)[0] ?? ''}`;
  return DISCREDITS.test(after) || WANTED.test(sentence);
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
  return ALTERS.test(after.split(SENTENCE_END, 1)[0] ?? '');
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
