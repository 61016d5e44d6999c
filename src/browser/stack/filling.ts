import type { ServerRecords } from '../../core/present/server-records.ts';
import { byIdentifier, type LookupRow } from '../../core/present/stack/lookup.ts';
import type { ConfiguredServer } from '../../core/stack/configuration.ts';
import { identityOf } from '../../core/stack/identity.ts';
import type { Definition } from '../../core/tool/definition.ts';
import { lookupRows, read, summaryOf } from '../summaries.ts';
import { type Member, memberOf } from './member.ts';
import type { Stack } from './stack.ts';

/** Adds the servers of a configuration: those that the catalogue has with their tools, the others as unknown. */
export async function addConfigured(stack: Stack, servers: readonly ConfiguredServer[]): Promise<void> {
  const catalogued = byIdentifier(await lookupRows());
  const added: Member[] = [];
  for (const { key, launch, isOff, toolLists } of servers) {
    const { id, shown, version } = identityOf(launch);
    const row = id === null ? undefined : catalogued.get(id);
    const member = memberOf({
      key: stack.keyFor(key),
      what: shown,
      state: isOff ? 'off' : row === undefined ? 'unknown' : 'loading',
      id: row?.id ?? null,
      asked: version,
      toolLists,
    });
    stack.add(member);
    if (member.state === 'loading') added.push(member);
  }
  await Promise.all(added.map((member) => load(stack, member)));
}

/** Adds a server that was chosen from the catalogue, once. */
export async function addPicked(stack: Stack, row: LookupRow): Promise<void> {
  if (stack.members.some(({ id, picked }) => picked && id === row.id)) return;
  const key = stack.keyFor(row.id);
  const member = memberOf({
    key,
    what: 'chosen from the catalogue',
    state: 'loading',
    id: row.id,
    picked: true,
  });
  stack.add(member);
  await load(stack, member);
}

/** Says of an unknown server which one of the catalogue it is. */
export async function settle(stack: Stack, member: Member, row: LookupRow): Promise<void> {
  member.id = row.id;
  member.state = 'loading';
  stack.changed();
  await load(stack, member);
}

/** Fetches what is known of a catalogued server. */
export async function load(stack: Stack, member: Member): Promise<void> {
  try {
    const summary = await summaryOf(member.id ?? '');
    const { records } = await read<ServerRecords>(`/servers/${summary.id}/policy-records.json`);
    member.tools = summary.tools;
    member.records = records;
    member.seen = summary.facts.find(({ label }) => label === 'Version')?.value ?? null;
    member.state = 'known';
  } catch {
    member.state = 'failed';
  }
  stack.changed();
}

/** Gives a server the tools that were pasted, classified here; a new one where none is named. */
export async function addDefinitions(
  stack: Stack,
  definitions: readonly Definition[],
  known: Member | null,
): Promise<void> {
  const { classified } = await import('./classified.ts');
  const key = known?.key ?? stack.keyFor('pasted');
  const found = await classified(definitions, key, namesIn(stack, known));
  if (known === null) {
    stack.add(memberOf({ key, what: 'pasted definitions', state: 'known', ...found }));
    return;
  }
  Object.assign(known, found, { state: 'known', id: null, seen: null });
  stack.changed();
}

/** Names of the tools of all other servers, and who has them. */
function namesIn(stack: Stack, except: Member | null): [key: string, names: string[]][] {
  return stack.members
    .filter((member) => member !== except)
    .map(({ key, tools }) => [key, (tools ?? []).map(({ name }) => name)]);
}
