import { compileRules } from '../core/classify/classifier.ts';
import type { Eager } from '../core/explain/held.ts';
import { readRulebook } from '../ingest/rules.ts';

/** The rules of a catalogue, compiled so that it shows what their exceptions keep out; null where they cannot be used. */
export function variantsOf(rulesDir: string): { eager: Eager | null } {
  const { rules: files, lexicons } = readRulebook(rulesDir).files;
  const bare = files.map(({ rule: { unless: _, ...rule } }) => rule);
  const turned = files.flatMap(({ rule: { unless, ...rule } }) =>
    unless === undefined ? [] : [{ ...rule, when: unless }],
  );
  const { classifier: rules } = compileRules(bare, lexicons);
  const { classifier: exceptions } = compileRules(turned, lexicons);
  return { eager: rules === null || exceptions === null ? null : { rules, exceptions } };
}
