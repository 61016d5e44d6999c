import type { Body } from './body.ts';
import type { AttackPattern } from './pattern.ts';
import type { Frameworks, Incidents } from './sources.ts';

/** A pattern with its prose. */
export interface Attack extends AttackPattern {
  body: Body;
}

/** Everything that `catalog/attacks/` says, patterns in the order of their ids. */
export interface Attacks {
  patterns: readonly Attack[];
  incidents: Incidents;
  frameworks: Frameworks;
}
