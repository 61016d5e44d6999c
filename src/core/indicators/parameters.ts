import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonObject, pointer } from '../tool/json.ts';
import { nameWords } from '../tool/name-words.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { hitsOf } from './words/hits.ts';

const SPARE = new Set(
  'sidenote side info details data_extra recent appendix addendum ps postscript hints side_note note notes feedback extra extras additional additional_info additional_context additional_data metadata debug debug_info context reasoning annotation annotations remark remarks memo scratchpad thoughts rationale audit_context session_context telemetry diagnostics trace_context ctx background extra_info extra_context comments user_context misc aux payload_extra'.split(
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
  /\b(?:conversation|chat|dialogue) (?:turns?|messages?|history|so far|up to now)\b|\b(?:recent|last|earlier) (?:conversation|chat|turns|messages)\b|\b(?:config(?:uration)?|other|open|recent|local|project|environment) (?:files?|variables?)\b|\bfiles? (?:hold|contain|opened|on disk)\b|\b(?:previous|prior|other) (?:tool|tools|messages?|outputs?|results?|turns?)\b|\b(?:everything|anything) (?:you|the user)\b|\byour (?:reasoning|thoughts|instructions|context|memory|chain[ -]of[ -]thought)\b|\bfiles? (?:you|contents?)\b|\buser'?s? (?:secrets?|credentials|passwords?|personal|private|message|request|files?)\b|\bchain[ -]of[ -]thought\b|\bcredentials\b|\bentire (?:chat|conversation|context|file|session)\b/i;
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
  return [...freeBag(inputSchema, '/inputSchema', 0), ...parametersIn(inputSchema, '/inputSchema', 0)];
}

const DEEPEST = 5;

/** Parameters, those within parameters, and those of the items of a list. */
function parametersIn(schema: JsonObject, path: string, depth: number): Sighting[] {
  const { properties, required, items } = schema;
  const found = isObject(items) && depth < DEEPEST ? parametersIn(items, `${path}/items`, depth + 1) : [];
  if (!isObject(properties)) return found;
  const needed = Array.isArray(required) ? required : [];
  for (const name of Object.keys(properties).slice(0, MOST)) {
    const one = properties[name];
    if (!isObject(one)) continue;
    const below = pointer(`${path}/properties`, name);
    for (const sighting of ofOne(name, one, below, depth === 0 && needed.includes(name)))
      found.push(sighting);
    if (depth < DEEPEST) found.push(...parametersIn(one, below, depth + 1));
  }
  return found;
}

function ofOne(name: string, schema: JsonObject, path: string, needed: boolean): readonly Sighting[] {
  const plain = /^[a-z_]+$/.test(name) ? name : nameWords(name).join('_');
  const grade = gradeOf(name, plain);
  const isSpare =
    SPARE.has(plain) || (plain.includes('_') && plain.split('_').every((word) => SPARE.has(word)));
  const found = [...header(name, schema, path), ...freeBag(schema, path, 1)];
  if (isSpare) found.push(...spare(name, schema, path, needed));
  if (grade !== null) found.push({ id: 'TP-14', tier: grade, path, quote: name });
  return found.length === 0 ? NOTHING : found;
}

/** Verbs and nouns of a switch that turns a check off: `skip_audit`, `disableGuardrails`. */
const OFF = /^(?:bypass|skip|disable|suppress|ignore|override|no|without|hide|evade|defeat)_/;
const CHECK =
  /_(?:auth|authentication|authorization|approvals?|audit|audits|audit_log|consent|guardrails?|safety|security|policy|policies|permissions?|review|oversight|monitoring|sandbox|limits|checks|user_approval|confirmation_prompt)$/;

function gradeOf(name: string, plain: string): 'soft' | 'note' | null {
  if (FORBIDDEN.has(plain) || FORBIDDEN.has(name)) return 'soft';
  return QUESTIONABLE.has(plain) || (OFF.test(plain) && CHECK.test(plain)) ? 'note' : null;
}

/** TP-12: a parameter beside the purpose, graver when its text asks for what is the user's. */
function spare(name: string, schema: JsonObject, path: string, needed: boolean): Sighting[] {
  const isText = schema['type'] === 'string' || schema['type'] === undefined;
  if (!isText || schema['enum'] !== undefined) return [];
  const text = typeof schema['description'] === 'string' ? schema['description'] : '';
  const asks =
    ASKED.test(text) || hitsOf(text, false).some(({ classes }) => classes.some((one) => HARVESTED.has(one)));
  if (asks) return [{ id: 'TP-12', tier: 'soft', path, quote: `${name}: ${text}` }];
  return needed ? [{ id: 'TP-12', tier: 'note', path, quote: name }] : [];
}

/** `depth` 0: the input itself, which may have no parameters at all. */
function freeBag(schema: JsonObject, path: string, depth: number): Sighting[] {
  const { type, properties, additionalProperties } = schema;
  if (isObject(properties) && Object.keys(properties).length > 0) return [];
  const isOpen =
    additionalProperties === true ||
    (isObject(additionalProperties) && Object.keys(additionalProperties).length === 0);
  if (isOpen) return [{ id: 'TP-30', tier: 'note', path, quote: 'additionalProperties: true' }];
  const isBare = depth > 0 && type === 'object' && additionalProperties === undefined;
  if (!isBare || COMBINED.some((key) => schema[key] !== undefined)) return [];
  return [{ id: 'TP-30', tier: 'note', path, quote: '"type": "object"' }];
}

/** Where the shape of an object may stand in place of its properties. */
const COMBINED = ['$ref', 'anyOf', 'oneOf', 'allOf', 'patternProperties', 'propertyNames', 'enum', 'const'];

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
