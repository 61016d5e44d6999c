import { PROOFS } from '../../src/core/targets/proofs.ts';
import type { Target } from '../../src/core/targets/target.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { adviseCatalogue } from '../../tests/targets/advised.ts';
import { prove } from '../../tests/targets/proof.ts';
import { columns } from '../terminal-table.ts';

const HEAD = ['target', 'servers', 'tools', 'decisions proven', 'wrong', 'degraded', 'proven by'];

/** For every target: what its matcher made of the files for every server of the catalogue, as a table. */
export function benchTargets(): string {
  const servers = adviseCatalogue();
  return columns(
    HEAD,
    TARGETS.map((target) => row(target, servers)),
  );
}

function row(target: Target, servers: ReturnType<typeof adviseCatalogue>): string[] {
  const total = { tools: 0, decisions: 0, degraded: 0, wrong: 0 };
  for (const { id, records } of servers) {
    const { tools, decisions, degraded, wrong } = prove(target, id, records);
    total.tools += tools;
    total.decisions += decisions;
    total.degraded += degraded;
    total.wrong += wrong.length;
  }
  const { by, engine, version, run } = PROOFS[target.id];
  const provedBy =
    by === 'vendor' && run === null
      ? `${engine} ${version}`
      : by === 'documented'
        ? 'nothing'
        : 'our matcher';
  const { tools, decisions, degraded, wrong } = total;
  const figures = [servers.length, tools, decisions - wrong, wrong, degraded];
  return [target.id, ...figures.map(String), provedBy];
}
