import { keyOf, type ToolRef } from '../../combinations/combination.ts';
import { joined } from '../../targets/joined.ts';
import type { PolicyRecord } from '../../targets/record.ts';
import type { Rendering, Target } from '../../targets/target.ts';
import { type ClientForm, formOf } from '../client-form.ts';
import { count } from '../phrase.ts';
import { shown } from '../shown.ts';

/** A server of a stack with what should happen to each of its tools. */
export interface AdvisedServer {
  key: string;
  records: readonly PolicyRecord[];
}

/** One set of files: for all servers together, or for one of them. */
interface StackForm {
  label: string;
  form: ClientForm;
}

/**
 * The policy of a whole stack for one target: one set of files where the target can take it so, else one for each
 * server. `denied` are tools that are denied whatever is recommended.
 */
export function stackForms(
  target: Target,
  servers: readonly AdvisedServer[],
  denied: readonly ToolRef[],
): StackForm[] {
  const away = new Set(denied.map(keyOf));
  const keys = keysFor(target, servers);
  const rendered = servers.map(({ key, records }, index) => {
    const own = keys[index] ?? key;
    const meant = records.map((record) =>
      away.has(keyOf({ server: key, tool: record.tool })) ? deniedRecord(record) : record,
    );
    const allToolNames = records.map(({ tool }) => tool);
    return { key, own, rendering: target.render({ key: own, allToolNames }, meant, { only: false }) };
  });
  const renamed = rendered
    .filter(({ key, own }) => key !== own)
    .map(
      ({ key, own }) =>
        `This target cannot take the name ${key}: ${own} stands for it, so call the server that there.`,
    );
  const together = joined(rendered.map(({ rendering }) => rendering));
  if (together === null)
    return rendered.map(({ key, own, rendering }) => ({
      label: key,
      form: withRemarks(
        formOf(target, rendering),
        renamed.filter((text) => text.includes(`${key}: ${own} `)),
      ),
    }));
  const whole: Rendering = {
    ...(rendered[0]?.rendering as Rendering),
    files: together,
    perTool: rendered.flatMap(({ own, rendering }) =>
      rendering.perTool.map((told) => ({ ...told, tool: `${own} ${told.tool}` })),
    ),
    notes: [...new Set(rendered.flatMap(({ rendering }) => rendering.notes))],
  };
  return [{ label: count(servers.length, 'server'), form: withRemarks(formOf(target, whole), renamed) }];
}

/** Names that the target can write, no two the same. */
function keysFor(target: Target, servers: readonly AdvisedServer[]): string[] {
  const taken = new Set<string>();
  return servers.map(({ key }) => {
    const plain = target.keyFor(key);
    let own = plain;
    for (let number = 2; taken.has(own); number++) own = target.keyFor(`${plain}-${number}`);
    taken.add(own);
    return own;
  });
}

function deniedRecord(record: PolicyRecord): PolicyRecord {
  if (record.decision === 'hide') return record;
  return {
    ...record,
    decision: 'deny',
    limit: null,
    argumentRules: { require: [], deny_if: [] },
    reason: 'without it no toxic combination of the stack is left',
  };
}

function withRemarks(form: ClientForm, more: readonly string[]): ClientForm {
  return { ...form, remarks: [...more.map((remark) => shown(remark)), ...form.remarks] };
}
