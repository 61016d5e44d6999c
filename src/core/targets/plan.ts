import type { Decision } from '../recommend/decision-table.ts';
import { hasArgumentRules, type PolicyRecord } from './record.ts';
import type { Ability, Support } from './target.ts';

/** What each decision comes to in a target, and what else it can do. */
export interface Abilities {
  allow: Decision;
  ask: Decision;
  deny: Decision;
  hide: Decision;
  limit: boolean;
  /** True when the target can judge the arguments of this record as meant. */
  arguments(record: PolicyRecord): boolean;
  /** Set where some names cannot be hidden: those are denied. */
  canHide?(tool: string): boolean;
  /** Set where the target does as told only while its user lets it: the sentence that says so. */
  advisory?: string;
}

/** No target but a few looks into arguments. */
function noArguments(): boolean {
  return false;
}

/** A list of what may pass: whatever is not on it is neither listed nor called. */
export const ALLOW_LIST: Abilities = {
  allow: 'allow',
  ask: 'hide',
  deny: 'hide',
  hide: 'hide',
  limit: false,
  arguments: noArguments,
};

/** A client with rules for allowing, asking and denying, whose denied tools are not listed either. */
export const ASKING: Abilities = { ...ALLOW_LIST, ask: 'ask' };

/** One record with the name its rule goes by, and the decision the target is told. */
export interface Planned {
  record: PolicyRecord;
  /** Null when no rule of this target can name this tool and no other. */
  address: string | null;
  expressed: Decision;
  /** True when the argument rules of the record are written too: never where the name is not its own. */
  withArguments: boolean;
  /** True when another record goes by the same name. */
  shared: boolean;
}

/** Most lenient to strictest. */
export const STRICTNESS: readonly Decision[] = ['allow', 'ask', 'deny', 'hide'];

/** The stricter of two decisions. */
function stricter(one: Decision, other: Decision): Decision {
  return STRICTNESS.indexOf(one) >= STRICTNESS.indexOf(other) ? one : other;
}

/**
 * Decides what the target is told of each record: the nearest form that is not laxer. Tools that go by one name get
 * the strictest decision among them; a tool without a name gets what the file gives to tools it does not name.
 */
export function plan(
  records: readonly PolicyRecord[],
  abilities: Abilities,
  addressOf: (tool: string) => string | null,
): Planned[] {
  const addresses = records.map(({ tool }) => addressOf(tool));
  const users = new Map<string | null, number>();
  for (const address of addresses) users.set(address, (users.get(address) ?? 0) + 1);
  const planned = records.map((record, index): Planned => {
    const address = addresses[index] ?? null;
    const shared = address !== null && (users.get(address) ?? 0) > 1;
    const isAlone = address !== null && !shared;
    const withArguments = isAlone && hasArgumentRules(record) && abilities.arguments(record);
    return { record, address, expressed: toldOf(record, abilities, withArguments), withArguments, shared };
  });
  const strictest = new Map<string | null, Decision>();
  for (const { address, expressed } of planned)
    strictest.set(address, stricter(expressed, strictest.get(address) ?? expressed));
  return planned.map((one) =>
    one.shared ? { ...one, expressed: strictest.get(one.address) ?? one.expressed } : one,
  );
}

function toldOf(record: PolicyRecord, abilities: Abilities, withArguments: boolean): Decision {
  const { decision } = record;
  // Rules that cannot be written leave no call of an allowed tool known to be inside them.
  if (decision === 'allow' && hasArgumentRules(record) && !withArguments) return abilities.ask;
  if (decision === 'hide' && abilities.canHide?.(record.tool) === false) return abilities.deny;
  const told = abilities[decision];
  // A tool some of whose calls pass is listed, also where what never passes is not.
  return withArguments && told === 'hide' ? 'deny' : told;
}

/** True when a tool must not pass and no rule can name it: where a denial for the whole server stands over all, it does. */
export function mustDenyServer(planned: readonly Planned[]): boolean {
  return planned.some(
    ({ address, expressed }) => address === null && (expressed === 'deny' || expressed === 'hide'),
  );
}

/** With the server every tool of it is denied. */
export function denyAllWithServer(planned: readonly Planned[]): Planned[] {
  if (!mustDenyServer(planned)) return [...planned];
  return planned.map((one) => ({ ...one, expressed: 'deny' }));
}

/** The addresses that are told a decision, each once, in the order of the records. */
export function addressesOf(planned: readonly Planned[], ...told: Decision[]): string[] {
  const found = planned.filter(({ expressed, address }) => address !== null && told.includes(expressed));
  return [...new Set(found.map(({ address }) => address as string))];
}

/** What the abilities come to in the words of the matrix. */
export function supportsOf(abilities: Abilities, judgesArguments: Support): Record<Ability, Support> {
  const { allow, ask, deny, hide, limit } = abilities;
  return {
    allow: allow === 'allow' ? 'yes' : 'degraded',
    ask: ask === 'ask' ? 'yes' : 'degraded',
    deny: deny === 'deny' || deny === 'hide' ? 'yes' : 'no',
    hide: hide === 'hide' ? 'yes' : hide === 'deny' ? 'degraded' : 'no',
    limit: limit ? 'yes' : 'no',
    arguments: judgesArguments,
  };
}
