import { PROFILES } from '../../core/recommend/decision-table.ts';
import { element } from '../element.ts';
import type { Workbench } from './workbench.ts';

/** The choice of whom the recommendation is for. A policy that nobody has edited changes with it. */
export function attachProfile(workbench: Workbench): void {
  const select = element('profile', HTMLSelectElement);
  select.addEventListener('change', () => {
    const profile = PROFILES.find((one) => one === select.value);
    if (profile !== undefined) workbench.recommendFor(profile);
  });
  workbench.show(({ profile }) => {
    select.value = profile;
  });
}
