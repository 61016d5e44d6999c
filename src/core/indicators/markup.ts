import type { Passage } from './passages.ts';
import type { IndicatorId, Sighting, Tier } from './sighting.ts';

type Mark = readonly [IndicatorId, Tier, RegExp];

/** Each looks ahead a bounded number of characters: none can backtrack far. */
const MARKS: readonly Mark[] = [
  [
    'TP-07',
    'soft',
    /<\/?\s{0,3}(?:important|system|sys|instructions?|secret|hidden|critical|admin|override|developer|system[-_ ](?:prompt|reminder|message|instructions?|note|override)|(?:hidden|secret|internal|agent|ai|llm|model|assistant)[-_ ](?:instructions?|notes?|only|directives?|prompt)|directives?|confidential|sudo|jailbreak|must[-_ ]?(?:read|follow)|assistant[-_ ]?only|priority)(?:\s[^<>\n]{0,60})?\s{0,3}\/?>/i,
  ],
  [
    'TP-07',
    'soft',
    /\[{1,3}\s{0,2}\/?(?:system|sys|admin|hidden|override|system[-_ ](?:message|prompt|note|override|instructions?)|secret|developer(?: (?:message|mode))?|hidden instructions?|internal instructions?|ai[-_ ]only|agent instructions?)\s{0,2}(?::[^\]\n]{0,80})?\]{1,3}/i,
  ],
  ['TP-07', 'soft', /<!--(?=[^>]{0,300}[A-Za-z]{2,}[^A-Za-z>]+[A-Za-z]{2,})/],
  [
    'TP-07',
    'soft',
    /\[\/\/\]: ?# ?[("']|%% ?(?:system|hidden|instruction)|\{\{?[#%!]? ?(?:system|hidden|instructions?|admin)\b[^}\n]{0,40}\}/i,
  ],
  [
    'TP-07',
    'soft',
    /(?:^|\n|[.!?:] )[ \t]{0,8}(?:#{1,6}|={2,}|-{3,}|\*{2,})[ \t]{0,3}(?:begin |start )?(?:system|hidden|secret|admin|override|internal)(?: (?:prompt|message|instructions?|note|override|directives?|only))?[ \t]{0,3}(?::|#{1,6}|={2,}|-{3,}|\*{2,}|\n|$)/i,
  ],
  [
    'TP-21',
    'soft',
    /<\|(?:im_start|im_end|im_sep|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|start|end|message|channel|fim_prefix|tool_call)\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:start|end)_of_turn>|<(?:bos|eos|s)>\s?\[|<\|?(?:human|assistant|user|function_results|function_calls|tool_result|tool_response|tool_call|think|antml)\|?>|<\/(?:human|assistant|tool_result|tool_response|tool_call|function_results|think|tool|description)>/i,
  ],
  ['TP-21', 'soft', /(?:^|\s)(?:```|~~~)[ \t]{0,3}(?:system|assistant|instructions?|prompt)\b/i],
  ['TP-21', 'soft', /(?:^|\n)[ \t#*>_-]{0,8}(?:system|assistant|human)[ \t*_]{0,3}:[ \t*_]{0,4}(?=\S)/i],
  ['TP-21', 'soft', /(?:^|\n)#{2,4} ?(?:instruction|response|system|assistant|human):/i],
  ['TP-21', 'soft', /"role"\s{0,3}:\s{0,3}"(?:system|developer)"\s{0,3},\s{0,3}"content"/i],
  [
    'TP-26',
    'soft',
    /<script[\s>/]|<iframe[\s>]|\bjavascript:(?=[^\s,.;)'"`]{2})|\bvbscript:|data:text\/html|data:application\/(?:x-)?javascript|\son(?:error|load|click|mouseover|focus)\s?=\s?["'a-z]|<(?:object|embed) [^>]{0,80}(?:data|src)=/i,
  ],
  [
    'TP-25',
    'soft',
    /\b(?:curl|wget|iwr|invoke-webrequest)\b[^|\n]{1,120}\|\s{0,2}(?:sudo )?(?:\/bin\/)?(?:ba|z|k|da)?sh\b|\b(?:bash|sh) <\(|\b(?:ba|z)?sh -c ["'`$(]{0,2}(?:curl|wget)|\beval ?["'`]?\$\(|\$\((?:curl|wget|cat|base64)\b|`(?:curl|wget) [^`\n]{1,80}`|\bbase64 (?:-d|--decode)\b[^\n|]{0,40}\||powershell(?:\.exe)? [^\n]{0,40}-e(?:nc|ncodedcommand)?\b|\bnc -[a-z]{1,4} |\/dev\/tcp\/|\b(?:iex|invoke-expression)\b ?\(|;\s?rm -rf\b|&&\s?rm -rf\b|\bchmod (?:\+x|[0-7]{3,4}) [^\n]{1,60}(?:&&|;) ?\S|\bsudo (?:rm|bash|sh|chmod|chown|cp|mv|tee|curl|systemctl|apt|npm|pip)\b|\brm -rf? [/~$*]|\bcrontab -|\bmkfifo\b|\bosascript -e\b|\bmshta\b|\bcertutil -urlcache\b|\bpython3? -c ["'](?:import|exec)/i,
  ],
  ['TP-22', 'soft', /\bb?cc(?:'?d|ed|ing)?\b[^.\n]{0,30}[\w.+-]{1,40}@[\w-]{1,40}\.\w/i],
];

const ANY =
  /[<[{`|$:;=@]|\n#|rm -rf|-enc|\/dev\/tcp|(?:^|\n)[ \t]*[=*-]{2}|sh -c|sudo|python|rm -|chmod|crontab|mkfifo|osascript|mshta|certutil/;
const IS_SHORTER_THAN = 5;

/** TP-07, TP-21, TP-25, TP-26: markup and turns that a model may take for its own, script, and command lines that fetch and run. */
export function markupIn({ path, text, place }: Passage, executes: () => boolean): Sighting[] {
  if (text.length < IS_SHORTER_THAN || !ANY.test(text))
    return place === 'icon' || place === 'meta' ? addressed(path, text, place) : [];
  const seen = new Set<IndicatorId>();
  const found: Sighting[] = [];
  for (const [id, tier, mark] of MARKS) {
    const match = seen.has(id) ? null : mark.exec(text);
    if (match === null) continue;
    seen.add(id);
    const rated = id === 'TP-25' && executes() ? 'note' : tier;
    found.push({ id, tier: rated, path, quote: text.slice(match.index, match.index + 70).trim() });
  }
  return [...found, ...addressed(path, text, place)];
}

const ICON_SCHEMES = /^(?:https:|data:image\/(?:png|jpe?g|webp|gif);base64,)/i;

/** Icons come from the server's own origin over https, or as a picture without script. Source: MCP specification, icons. */
function addressed(path: string, text: string, place: Passage['place']): Sighting[] {
  if (place === 'icon' && path.endsWith('/src') && !ICON_SCHEMES.test(text))
    return [
      {
        id: 'TP-26',
        tier: /^(?:http:|data:image\/svg)/i.test(text) && !/script|%3c/i.test(text) ? 'note' : 'soft',
        path,
        quote: text.slice(0, 60),
      },
    ];
  return place === 'meta' && /^\s*(?:data:image\/svg|data:text|<svg)/i.test(text)
    ? [{ id: 'TP-26', tier: 'soft', path, quote: text.slice(0, 60) }]
    : [];
}
