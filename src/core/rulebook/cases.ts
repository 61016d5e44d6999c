import { compileRules } from '../classify/classifier.ts';
import type { Case, Cases, Lexicon, Rule } from '../classify/rule.ts';
import type { Definition } from '../tool/definition.ts';
import type { JsonObject, JsonValue } from '../tool/json.ts';
import { type Mutant, weakened } from './weakened.ts';

/** A case that does not hold: the rule is silent where it must fire, or fires where it must be silent. */
interface BrokenCase {
  kind: keyof Cases;
  index: number;
  note: string;
}

export interface Trial {
  broken: BrokenCase[];
  /** What the rule can lose without breaking a case: untested, or not needed. */
  survivors: Mutant[];
}

/**
 * Tries a rule, alone with all lexicons, on its cases, and with it every weakened form of it. Null when the rule
 * does not compile: what keeps it from compiling is reported where rules are loaded.
 */
export function tryRule(rule: Rule, cases: Cases, lexicons: readonly Lexicon[]): Trial | null {
  const mutants = weakened(rule);
  const numbered = [rule, ...mutants.map((mutant) => mutant.rule)].map((one, number) => ({
    ...one,
    id: String(number),
  }));
  const { classifier } = compileRules(numbered, lexicons);
  if (classifier === null) return null;
  const outcomes = (['fires', 'silent'] as const).flatMap((kind) =>
    cases[kind].map(({ note, tool }, index) => {
      const { reasons } = classifier.classify(caseDefinition(tool), 'observed');
      return { kind, index, note, firing: new Set(reasons.map((reason) => reason.rule)) };
    }),
  );
  const breaks = (number: number) =>
    outcomes.filter(({ kind, firing }) => firing.has(String(number)) !== (kind === 'fires'));
  return {
    broken: breaks(0).map(({ kind, index, note }) => ({ kind, index, note })),
    survivors: mutants.filter((_, index) => breaks(index + 1).length === 0),
  };
}

/** The tool of a case as a definition: `parameters`, names or schemas by name, is short for an input schema. */
export function caseDefinition({ parameters, ...tool }: Case['tool']): Definition {
  if (parameters === undefined) return tool as Definition;
  const properties: Record<string, JsonValue> = Array.isArray(parameters)
    ? Object.fromEntries(parameters.map((name) => [name, {}]))
    : (parameters as JsonObject);
  return { ...tool, inputSchema: { type: 'object', properties } } as Definition;
}
