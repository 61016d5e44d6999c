import type { Definition } from '../tool/definition.ts';
import { isObject } from '../tool/json.ts';
import { NOTHING, type Sighting } from './sighting.ts';

const READS = new Set(
  'get list read search view show fetch find lookup describe check count query browse'.split(' '),
);
const CHANGES =
  /(?:^|[.!?]\s{1,4}|\n[ \t]{0,20}(?:[-*][ \t]{1,8})?|\b(?:and|then|also)\s{1,4}(?:(?:also|then|permanently|silently|automatically)\s{1,4})?)((?:delete|remove|overwrite|erase|wipe|drop|purge|destroy|transfer|uninstall|truncate|write|update|upload|send|modifie|create|install|revoke|disable|enable|move|rename|post|publishe|grant|add|set|save|change|edit|replace|reset|cancel|approve|merge|close|archive|invite|deploy|buy|pay)s)\b(?! (?:only )?(?:read|a read|no |nothing|the (?:result|list|content|data|response)|results?|queries|query|a? ?(?:get|search|list|read)))/i;
const WEIGHTY =
  /^(?:delete|remove|overwrite|erase|wipe|drop|purge|destroy|transfer|uninstall|truncate|revoke|disable|grant|reset|cancel|pay|buy)/i;
const CHANGING_PARAMETERS =
  /^(?:new_[a-z_]+|new[A-Z]\w*|overwrite|delete|delete_[a-z_]+|delete[A-Z]\w*|content_to_write|write_[a-z_]+|replace_with|remove_[a-z_]+|drop_[a-z_]+)$/;

/** `listUsers` begins with list, as `list_users` does. */
const FIRST_WORD = /[A-Z]?[a-z]+|[A-Z]+/;

/** TP-23: a name or an annotation that says "read" over a text or a parameter that says "change". */
export function behaviourSightings(definition: Definition): readonly Sighting[] {
  const { name, annotations } = definition;
  const states = isObject(annotations) && annotations['readOnlyHint'] === true;
  const first = FIRST_WORD.exec(name)?.[0].toLowerCase() ?? '';
  if (!states && !READS.has(first)) return NOTHING;
  const claim = states ? 'readOnlyHint is true' : `the name begins with "${first}"`;
  return told(definition, states, claim) ?? (states ? taken(definition, claim) : NOTHING);
}

const DENIED = /\b(?:not|never|no longer|without)\b[^.\n]{0,20}$/i;

/** Words of change in the text. Of a name alone no more is expected than that nothing weighty happens. */
function told({ description, title }: Definition, states: boolean, claim: string): Sighting[] | null {
  const text = [description, title].find((one) => typeof one === 'string') ?? '';
  const match = CHANGES.exec(text);
  const verb = match?.[1] ?? '';
  if (match === null || !(states || WEIGHTY.test(verb))) return null;
  const end = match.index + match[0].length - verb.length;
  if (DENIED.test(text.slice(Math.max(0, match.index - 40), end))) return null;
  return [sighting('/description', text.slice(match.index, match.index + 60).trim(), claim)];
}

/** Parameters that carry what is to be changed. */
function taken({ inputSchema }: Definition, claim: string): readonly Sighting[] {
  if (!isObject(inputSchema) || !isObject(inputSchema['properties'])) return NOTHING;
  const changing = Object.keys(inputSchema['properties']).find((one) => CHANGING_PARAMETERS.test(one));
  return changing === undefined
    ? NOTHING
    : [sighting(`/inputSchema/properties/${changing}`, changing, claim)];
}

function sighting(path: string, quote: string, claim: string): Sighting {
  return { id: 'TP-23', tier: 'soft', path, quote, says: `words of change, though ${claim}` };
}
