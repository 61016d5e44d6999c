/**
 * English inflection, spelled out when a lexicon is compiled, so that matching is a plain look-up and every
 * form that can match can be listed. Source: the regular orthographic rules of English.
 */

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  begin: ['begins', 'began', 'begun', 'beginning'],
  bid: ['bids', 'bidding'],
  build: ['builds', 'built', 'building'],
  buy: ['buys', 'bought', 'buying'],
  choose: ['chooses', 'chose', 'chosen', 'choosing'],
  cut: ['cuts', 'cutting'],
  do: ['does', 'did', 'done', 'doing'],
  draw: ['draws', 'drew', 'drawn', 'drawing'],
  find: ['finds', 'found', 'finding'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  hide: ['hides', 'hid', 'hidden', 'hiding'],
  let: ['lets', 'letting'],
  lookup: ['lookups', 'looks up', 'looking up', 'look up', 'looked up'],
  make: ['makes', 'made', 'making'],
  pay: ['pays', 'paid', 'paying'],
  put: ['puts', 'putting'],
  read: ['reads', 'reading'],
  run: ['runs', 'ran', 'running'],
  say: ['says', 'said', 'saying'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  sell: ['sells', 'sold', 'selling'],
  send: ['sends', 'sent', 'sending'],
  set: ['sets', 'setting'],
  show: ['shows', 'showed', 'shown', 'showing'],
  shut: ['shuts', 'shutting'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  spend: ['spends', 'spent', 'spending'],
  take: ['takes', 'took', 'taken', 'taking'],
  tell: ['tells', 'told', 'telling'],
  think: ['thinks', 'thought', 'thinking'],
  write: ['writes', 'wrote', 'written', 'writing'],
};

const VOWELS = 'aeiou';
/** Verbs of several syllables whose last consonant still doubles. */
const DOUBLING = new Set([
  'submit',
  'commit',
  'transfer',
  'refer',
  'permit',
  'unpin',
  'reset',
  'untag',
  'unset',
  'embed',
  'control',
  'cancel',
  'label',
]);

/** Every form of a verb, the base form first. */
export function verbForms(verb: string): string[] {
  const [head = '', ...rest] = verb.split(' ');
  const tail = rest.length === 0 ? '' : ` ${rest.join(' ')}`;
  const irregular = Object.hasOwn(IRREGULAR, head) ? IRREGULAR[head] : undefined;
  const forms = irregular === undefined ? regularVerbForms(head) : [head, ...irregular];
  return [...new Set(forms.map((form) => form + tail))];
}

function regularVerbForms(verb: string): string[] {
  const last = verb.at(-1) ?? '';
  const before = verb.at(-2) ?? '';
  if (last === 'e')
    return [verb, `${verb}s`, `${verb}d`, before === 'e' ? `${verb}ing` : `${verb.slice(0, -1)}ing`];
  if (last === 'y' && !VOWELS.includes(before))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = pluralOf(verb);
  const doubles = doublesConsonant(verb);
  const stem = doubles ? verb + last : verb;
  const forms = [verb, third, `${stem}ed`, `${stem}ing`];
  // "canceled" and "cancelled", "labeled" and "labelled": both spellings are in use.
  if (doubles && last === 'l') forms.push(`${verb}ed`, `${verb}ing`);
  return forms;
}

function doublesConsonant(verb: string): boolean {
  if (DOUBLING.has(verb)) return true;
  const vowels = [...verb].filter((letter) => VOWELS.includes(letter)).length;
  return vowels === 1 && /[^aeiou][aeiou][bdglmnprt]$/.test(verb);
}

/** A noun and its plural; of a phrase the last word. */
export function nounForms(noun: string): string[] {
  return [noun, pluralOf(noun)];
}

function pluralOf(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
