/**
 * Words without which a pattern need not be tried, by what they point at. They say nothing by themselves: a text that
 * holds one is read again, more closely.
 */
const CUES = {
  urgent: 'important critical urgent warning always never must mandatory required extremely crucial',
  command:
    'curl wget iwr invoke webrequest bash sh zsh eval base64 powershell exe nc tcp iex rm chmod sudo crontab mkfifo osascript mshta certutil python python3 expression',
  script: 'javascript vbscript script iframe onerror onload onclick onmouseover onfocus object embed data',
  turn: 'system assistant human instruction instructions prompt role developer user response',
  section: 'system hidden secret admin override internal',
  copied: 'bcc cc bccd ccd bcced cced bccing ccing',
  decoding:
    'atob fromcharcode b64decode b64 decode decoded rot13 rot vtaber qvfertneq vafgehpgvba vafgehpgvbaf cerivbhf frperg',
  calls:
    'when whenever every any each all if once time after before call calls use uses invocation invocations',
  alters: `bcc cc instead redirect redirects redirected redirecting reroute reroutes rerouted rerouting replace replaces replaced replacing rewrite rewrites rewritten rewriting
    substitute substitutes substituted substituting swap swaps swapped swapping forward forwards forwarded forwarding append appends appended appending change changes changed changing
    modify modifies modified modifying override overrides overridden overriding must always should add set send copy include http https`,
  intercepts: `replace replaces replaced replacing modify modifies modified modifying change changes changed changing override overrides overriding alter alters altered altering
    rewrite rewrites rewriting redirect redirects redirecting intercept intercepts intercepting hijack hijacks hijacking swap swaps swapping`,
  discredits:
    'deprecated broken insecure unsafe compromised unreliable malicious vulnerable disabled obsolete',
  servers: 'server servers',
} as const satisfies Record<string, string>;

export type Cue = keyof typeof CUES;

const NAMES = Object.keys(CUES) as Cue[];

/** One bit for each cue. */
export const CUE = Object.fromEntries(NAMES.map((name, index) => [name, 1 << index])) as Readonly<
  Record<Cue, number>
>;

/** Words with the bits of their cues. */
export const CUE_WORDS: ReadonlyMap<string, number> = cueWords();

function cueWords(): Map<string, number> {
  const words = new Map<string, number>();
  for (const name of NAMES)
    for (const word of CUES[name].split(/\s+/)) words.set(word, (words.get(word) ?? 0) | CUE[name]);
  return words;
}
