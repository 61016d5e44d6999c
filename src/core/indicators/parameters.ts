import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonObject, pointer } from '../tool/json.ts';
import { nameWords } from '../tool/name-words.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { hitsOf } from './words/hits.ts';

const SPARE = new Set(
  'sidenote side_note note notes feedback extra extras additional additional_info additional_context additional_data metadata debug debug_info context reasoning annotation annotations remark remarks memo scratchpad thoughts rationale audit_context session_context telemetry diagnostics trace_context ctx background extra_info extra_context comments user_context misc aux payload_extra'.split(
    ' ',
  ),
);
const FORBIDDEN = new Set(
  'hidden_param internal_only bypass_checks bypass bypass_auth bypass_security skip_auth skip_security skip_approval disable_safety disable_security no_audit skip_audit skip_logging disable_logging suppress_logging exec eval __internal god_mode jailbreak admin_override override_safety override_policy override_permissions skip_confirmation_prompt stealth silent_exec backdoor __exec __eval bypass_approval bypass_permissions disable_guardrails ignore_policy ignore_safety hidden_instructions secret_param'.split(
    ' ',
  ),
);
const QUESTIONABLE = new Set(
  'override hidden system_prompt callback_url webhook webhook_url target_url system_message exfil_url'.split(
    ' ',
  ),
);
const HARVESTED: ReadonlySet<string> = new Set([
  'convo',
  'sysprompt',
  'this_chat',
  'prior_messages',
  'target',
  'dotenv',
]);
const ASKED =
  /\b(?:previous|prior|other) (?:tool|tools|messages?|outputs?|results?|turns?)\b|\b(?:everything|anything) (?:you|the user)\b|\byour (?:reasoning|thoughts|instructions|context|memory|chain[ -]of[ -]thought)\b|\bfiles? (?:you|contents?)\b|\buser'?s? (?:secrets?|credentials|passwords?|personal|private|message|request|files?)\b|\bchain[ -]of[ -]thought\b|\bcredentials\b|\bentire (?:chat|conversation|context|file|session)\b/i;
const AUTHENTIC =
  /^(?:authorization|proxy-authorization|cookie|set-cookie|host|origin|mcp-.*|content-.*|transfer-encoding|connection|x-api-key|x-forwarded-.*|forwarded|x-real-ip|x-auth-.*)$/i;
const SECRET_WORDS = new Set(
  'token secret password passwd apikey key credential credentials auth authorization cookie session jwt bearer'.split(
    ' ',
  ),
);

const MOST = 500;

/** TP-12, TP-14, TP-30, TP-31: parameters that take more than the tool needs, switch checks off, or take anything. */
export function parameterSightings({ inputSchema }: Definition): Sighting[] {
  if (!isObject(inputSchema)) return [];
  const { properties, required } = inputSchema;
  const found = freeBag(inputSchema, '/inputSchema');
  if (!isObject(properties)) return found;
  const needed = new Set(Array.isArray(required) ? required : []);
  for (const name of Object.keys(properties).slice(0, MOST)) {
    const schema = properties[name];
    if (isObject(schema)) found.push(...ofOne(name, schema, needed.has(name)));
  }
  return found;
}

function ofOne(name: string, schema: JsonObject, needed: boolean): readonly Sighting[] {
  const plain = /^[a-z_]+$/.test(name) ? name : nameWords(name).join('_');
  const isNamed = SPARE.has(plain) || FORBIDDEN.has(plain) || FORBIDDEN.has(name) || QUESTIONABLE.has(plain);
  if (!isNamed && schema['additionalProperties'] !== true && schema['x-mcp-header'] === undefined)
    return NOTHING;
  const path = pointer('/inputSchema/properties', name);
  const found = [
    ...header(name, schema, path),
    ...freeBag(schema, path),
    ...spare(name, plain, schema, path, needed),
  ];
  if (FORBIDDEN.has(plain) || FORBIDDEN.has(name))
    found.push({ id: 'TP-14', tier: 'soft', path, quote: name });
  else if (QUESTIONABLE.has(plain)) found.push({ id: 'TP-14', tier: 'note', path, quote: name });
  return found;
}

/** TP-12: a parameter beside the purpose, graver when its text asks for what is the user's. */
function spare(name: string, plain: string, schema: JsonObject, path: string, needed: boolean): Sighting[] {
  const isText = schema['type'] === 'string' || schema['type'] === undefined;
  if (!SPARE.has(plain) || !isText || schema['enum'] !== undefined) return [];
  const text = typeof schema['description'] === 'string' ? schema['description'] : '';
  const asks =
    ASKED.test(text) || hitsOf(text, false).some(({ classes }) => classes.some((one) => HARVESTED.has(one)));
  if (asks) return [{ id: 'TP-12', tier: 'soft', path, quote: `${name}: ${text}` }];
  return needed ? [{ id: 'TP-12', tier: 'note', path, quote: name }] : [];
}

function freeBag(schema: JsonObject, path: string): Sighting[] {
  const { properties, additionalProperties } = schema;
  if (additionalProperties !== true || (isObject(properties) && Object.keys(properties).length > 0))
    return [];
  return [{ id: 'TP-30', tier: 'note', path, quote: 'additionalProperties: true' }];
}

/** Source: MCP specification 2026-07-28: a client copies the argument into the header named; never for secrets. */
function header(name: string, schema: JsonObject, path: string): Sighting[] {
  const asked = schema['x-mcp-header'];
  if (asked === undefined) return [];
  const value = typeof asked === 'string' ? asked : JSON.stringify(asked);
  const isWrong = !/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(value) || AUTHENTIC.test(value);
  const isSecret = [...nameWords(name), ...nameWords(value)].some((word) => SECRET_WORDS.has(word));
  if (!isWrong && !isSecret) return [];
  return [{ id: 'TP-31', tier: 'soft', path: pointer(path, 'x-mcp-header'), quote: `${name} → ${value}` }];
}
