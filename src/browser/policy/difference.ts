import { type Change, diffPolicies } from '../../core/policy/diff.ts';
import { shownLine } from '../../core/present/shown.ts';
import { debounced } from '../debounce.ts';
import { element, make } from '../element.ts';
import type { Bench, Workbench } from './workbench.ts';

const PAUSE = 200;

const WHOM = {
  interactive: 'where a person can be asked',
  unattended: 'where nobody can be asked',
} as const;

/** What this policy allows and denies that the recommended one does not. */
export function attachDifference(workbench: Workbench): void {
  const place = element('difference', HTMLElement);
  const { start } = debounced(() => place.replaceChildren(...parts(workbench.bench)), PAUSE);
  workbench.show(start);
}

function parts({ policy, profile, recommended, text }: Bench): HTMLElement[] {
  const advised = `the policy recommended ${WHOM[profile]}`;
  if (recommended === null)
    return [make('p', '', 'Nothing to compare with: no definition of these tools is loaded.')];
  if (policy === null) return [make('p', '', 'The policy has a mistake, so nothing can be compared.')];
  if (text === recommended.text || recommended.policy === null)
    return [make('p', '', `This is ${advised}, to the letter.`)];
  const { allowed, denied } = diffPolicies(recommended.policy, policy);
  if (allowed.length + denied.length === 0)
    return [make('p', '', `It allows and denies the same calls as ${advised}.`)];
  return [
    make('p', '', `Beside ${advised}:`),
    ...list('Becomes allowed', allowed),
    ...list('Becomes denied', denied),
  ];
}

function list(title: string, changes: readonly Change[]): HTMLElement[] {
  if (changes.length === 0) return [];
  return [make('h3', '', title), make('ul', '', ...changes.map(item))];
}

function item({ tool, calls, because, example }: Change): HTMLElement {
  const who = tool === null ? 'Every tool without a rule' : shownLine(tool);
  const name = make('b', tool === null ? '' : 'name', who);
  const entry = make(
    'li',
    '',
    name,
    ` (${calls === 'every' ? 'every call' : 'some calls'}): `,
    shownLine(because),
  );
  if (example !== null) entry.append(' Such as ', make('code', '', shownLine(JSON.stringify(example))), '.');
  return entry;
}
