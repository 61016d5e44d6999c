import type { IndicatorId } from './sighting.ts';
import { CUE } from './words/cues.ts';
import { SIGN } from './words/signs.ts';

/** A pattern, and what a glance at a text must have seen for it: one of the signs, every cue. */
export interface Mark {
  id: IndicatorId;
  signs: number;
  cues: number;
  /** Looks ahead a bounded number of characters: none can backtrack far. */
  pattern: RegExp;
}

/** For a pattern that no sign stands for. */
const ANY_SIGN = -1;

/** TP-07: markup that poses as an order; TP-21: turns of a chat; TP-22: copies; TP-25: commands; TP-26: script. */
export const MARKS: readonly Mark[] = [
  {
    id: 'TP-07',
    signs: SIGN.angle,
    cues: 0,
    pattern:
      /<\/?\s{0,3}(?:important|system|sys|instructions?|secret|hidden|critical|admin|override|developer|system[-_ ](?:prompt|reminder|message|instructions?|note|override)|(?:hidden|secret|internal|agent|ai|llm|model|assistant)[-_ ](?:instructions?|notes?|only|directives?|prompt)|directives?|confidential|sudo|jailbreak|must[-_ ]?(?:read|follow)|assistant[-_ ]?only|priority)(?:\s[^<>\n]{0,60})?\s{0,3}\/?>/i,
  },
  {
    id: 'TP-07',
    signs: SIGN.bracket,
    cues: 0,
    pattern:
      /\[{1,3}\s{0,2}\/?(?:system|sys|admin|hidden|override|system[-_ ](?:message|prompt|note|override|instructions?)|secret|developer(?: (?:message|mode))?|hidden instructions?|internal instructions?|ai[-_ ]only|agent instructions?)\s{0,2}(?::[^\]\n]{0,80})?\]{1,3}/i,
  },
  {
    id: 'TP-07',
    signs: SIGN.angle,
    cues: 0,
    pattern: /<!--(?=[^>]{0,300}[A-Za-z]{2,}[^A-Za-z>]+[A-Za-z]{2,})/,
  },
  {
    id: 'TP-07',
    signs: SIGN.bracket | SIGN.escape | SIGN.brace,
    cues: 0,
    pattern:
      /\[\/\/\]: ?# ?[("']|%% ?(?:system|hidden|instruction)|\{\{?[#%!]? ?(?:system|hidden|instructions?|admin)\b[^}\n]{0,40}\}/i,
  },
  {
    id: 'TP-07',
    signs: SIGN.hash | SIGN.rule,
    cues: CUE.section,
    pattern:
      /(?:^|\n|[.!?:] )[ \t]{0,8}(?:#{1,6}|={2,}|-{3,}|\*{2,})[ \t]{0,3}(?:begin |start )?(?:system|hidden|secret|admin|override|internal)(?: (?:prompt|message|instructions?|note|override|directives?|only))?[ \t]{0,3}(?::|#{1,6}|={2,}|-{3,}|\*{2,}|\n|$)/i,
  },
  {
    id: 'TP-21',
    signs: SIGN.angle,
    cues: 0,
    pattern:
      /<\|(?:im_start|im_end|im_sep|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|start|end|message|channel|fim_prefix|tool_call)\|>|<<\/?SYS>>|<\/?(?:start|end)_of_turn>|<(?:bos|eos|s)>\s?\[|<\|?(?:human|assistant|user|function_results|function_calls|tool_result|tool_response|tool_call|think|antml)\|?>|<\/(?:human|assistant|tool_result|tool_response|tool_call|function_results|think|tool|description)>/i,
  },
  { id: 'TP-21', signs: SIGN.bracket, cues: 0, pattern: /\[\/?INST\]/i },
  {
    id: 'TP-21',
    signs: SIGN.tick,
    cues: CUE.turn,
    pattern: /(?:^|\s)(?:```|~~~)[ \t]{0,3}(?:system|assistant|instructions?|prompt)\b/i,
  },
  {
    id: 'TP-21',
    signs: SIGN.colon,
    cues: CUE.turn,
    pattern: /(?:^|\n)[ \t#*>_-]{0,8}(?:system|assistant|human)[ \t*_]{0,3}:[ \t*_]{0,4}(?=\S)/i,
  },
  {
    id: 'TP-21',
    signs: SIGN.hash,
    cues: CUE.turn,
    pattern: /(?:^|\n)#{2,4} ?(?:instruction|response|system|assistant|human):/i,
  },
  {
    id: 'TP-21',
    signs: SIGN.quote,
    cues: CUE.turn,
    pattern: /"role"\s{0,3}:\s{0,3}"(?:system|developer)"\s{0,3},\s{0,3}"content"/i,
  },
  {
    id: 'TP-26',
    signs: SIGN.angle,
    cues: CUE.script,
    pattern: /<(?:script|iframe)[\s>/]|<(?:object|embed) [^>]{0,80}(?:data|src)=/i,
  },
  {
    id: 'TP-26',
    signs: SIGN.colon | SIGN.rule,
    cues: CUE.script,
    pattern:
      /\bjavascript:(?=[^\s,.;)'"`]{2})|\bvbscript:|data:text\/html|data:application\/(?:x-)?javascript|\son(?:error|load|click|mouseover|focus)\s?=\s?["'a-z]/i,
  },
  {
    id: 'TP-25',
    signs: ANY_SIGN,
    cues: CUE.command,
    pattern:
      /\b(?:curl|wget|iwr|invoke-webrequest)\b[^|\n]{1,120}\|\s{0,2}(?:sudo )?(?:\/bin\/)?(?:ba|z|k|da)?sh\b/i,
  },
  {
    id: 'TP-25',
    signs: ANY_SIGN,
    cues: CUE.command,
    pattern:
      /\b(?:bash|sh) <\(|\b(?:ba|z)?sh -c ["'`$(]{0,2}(?:curl|wget)|\$\((?:curl|wget|cat|base64)\b|`(?:curl|wget) [^`\n]{1,80}`|\beval ?["'`]?\$\(/i,
  },
  {
    id: 'TP-25',
    signs: ANY_SIGN,
    cues: CUE.command,
    pattern:
      /\bbase64 (?:-d|--decode)\b[^\n|]{0,40}\||powershell(?:\.exe)? [^\n]{0,40}-e(?:nc|ncodedcommand)?\b|\b(?:iex|invoke-expression)\b ?\(|\bmshta\b|\bcertutil -urlcache\b/i,
  },
  {
    id: 'TP-25',
    signs: ANY_SIGN,
    cues: CUE.command,
    pattern:
      /\bnc -[a-z]{1,4} |\/dev\/tcp\/|\bmkfifo\b|\bosascript -e\b|\bpython3? -c ["'](?:import|exec)|\bcrontab -/i,
  },
  {
    id: 'TP-25',
    signs: ANY_SIGN,
    cues: CUE.command,
    pattern:
      /(?:;|&&)\s?rm -rf\b|\brm -rf? [/~$*]|\bchmod (?:\+x|[0-7]{3,4}) [^\n]{1,60}(?:&&|;) ?\S|\bsudo (?:rm|bash|sh|chmod|chown|cp|mv|tee|curl|systemctl|apt|npm|pip)\b/i,
  },
  {
    id: 'TP-22',
    signs: SIGN.at,
    cues: CUE.copied,
    pattern: /\bb?cc(?:'?d|ed|ing)?\b[^.\n]{0,30}[\w.+-]{1,40}@[\w-]{1,40}\.\w/i,
  },
];
