import type { Definition } from '../tool/definition.ts';
import { isObject } from '../tool/json.ts';
import { nameWords } from '../tool/name-words.ts';
import type { Sighting } from './sighting.ts';

const READS = new Set(
  'get list read search view show fetch find lookup describe check count query browse'.split(' '),
);
const CHANGES =
  /(?:^|[.!?]\s+|\n\s*(?:[-*]\s+)?|\b(?:and|then|also)\s+(?:also\s+|then\s+|permanently\s+|silently\s+|automatically\s+)?)((?:delete|remove|overwrite|erase|wipe|drop|purge|destroy|transfer|uninstall|truncate|write|update|upload|send|modifie|create|install|revoke|disable|enable|move|rename|post|publishe)s)\b(?! (?:only )?(?:read|a read|no |nothing|the (?:result|list|content|data|response)|results?|queries|query|a? ?(?:get|search|list|read)))/i;
const WEIGHTY =
  /^(?:delete|remove|overwrite|erase|wipe|drop|purge|destroy|transfer|uninstall|truncate|revoke|disable)/i;
const CHANGING_PARAMETERS =
  /^(?:new_[a-z_]+|new[A-Z]\w*|overwrite|delete|delete_[a-z_]+|delete[A-Z]\w*|content_to_write|write_[a-z_]+|replace_with|remove_[a-z_]+|drop_[a-z_]+)$/;

/** TP-23: a name or an annotation that says "read" over a text or a parameter that says "change". */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the claims and what contradicts them, one line each
export function behaviourSightings({
  name,
  title,
  description,
  annotations,
  inputSchema,
}: Definition): Sighting[] {
  const states = isObject(annotations) && annotations['readOnlyHint'] === true;
  const words = nameWords(name);
  const named = READS.has(words[0] ?? '');
  if (!states && !named) return [];
  const claim = states ? 'readOnlyHint is true' : `the name begins with "${words[0]}"`;
  const text = typeof description === 'string' ? description : typeof title === 'string' ? title : '';
  const match = CHANGES.exec(text);
  const verb = match?.[1] ?? '';
  if (
    match !== null &&
    (states || WEIGHTY.test(verb)) &&
    !/\b(?:not|never|no longer|without)\b[^.\n]{0,20}$/i.test(
      text.slice(Math.max(0, match.index - 40), match.index + match[0].length - verb.length),
    )
  )
    return [sighting('/description', text.slice(match.index, match.index + 60).trim(), claim)];
  const properties =
    isObject(inputSchema) && isObject(inputSchema['properties'])
      ? Object.keys(inputSchema['properties'])
      : [];
  const changing = states ? properties.find((one) => CHANGING_PARAMETERS.test(one)) : undefined;
  return changing === undefined ? [] : [sighting(`/inputSchema/properties/${changing}`, changing, claim)];
}

function sighting(path: string, quote: string, claim: string): Sighting {
  return { id: 'TP-23', tier: 'soft', path, quote, says: `words of change, though ${claim}` };
}
