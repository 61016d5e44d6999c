import type { Attack, Attacks } from '../../attacks/attack.ts';
import type { AttackList, AttackRecord } from '../../schemas/api/attack-record.ts';
import { attackHref } from '../hrefs.ts';
import type { AttackPage } from './attack-page-model.ts';

type Line = AttackList['attacks'][number];

/** A pattern in the list for programs. */
export function attackLine(attack: Attack, { tools, servers }: AttackPage): Line {
  const { id, title, summary, tactic, scope, when, frameworks, incidents } = attack;
  const counts = { tools, servers };
  return { id, url: attackHref(id), title, summary, tactic, scope, when, counts, frameworks, incidents };
}

/** A pattern for programs, with every tool that meets it. */
export function attackRecord(
  attack: Attack,
  page: AttackPage,
  { incidents }: Pick<Attacks, 'incidents'>,
  tools: { id: string; url: string }[],
): AttackRecord {
  return {
    version: '1',
    ...attackLine(attack, page),
    reach: page.reach,
    body: attack.body,
    signs: attack.signs,
    blunts: attack.blunts,
    incidents: attack.incidents.flatMap((id) => {
      const incident = incidents[id];
      return incident === undefined ? [] : [{ id, ...incident }];
    }),
    frameworks: page.frameworks,
    tools: attack.when.everyTool === undefined ? tools : null,
  };
}
