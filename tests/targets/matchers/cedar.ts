import {
  type AuthorizationCall,
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';

/** Asks Cedar's own evaluator, with nothing known of any entity. */
export type Permits = (request: Omit<AuthorizationCall, 'policies' | 'entities'>) => boolean;

let sets = 0;

/** The policies are parsed once. Throws when Cedar cannot read one, or when one fails on a request. */
export function cedarOf(policies: readonly string[]): Permits {
  sets += 1;
  const name = `set ${sets}`;
  const parsed = preparsePolicySet(name, {
    staticPolicies: Object.fromEntries(policies.map((policy, index) => [`policy ${index}`, policy])),
  });
  if (parsed.type === 'failure') throw new Error(JSON.stringify(parsed.errors));
  return (request) => {
    const answer = statefulIsAuthorized({ ...request, preparsedPolicySetId: name, entities: [] });
    if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
    if (answer.response.diagnostics.errors.length > 0)
      throw new Error(JSON.stringify(answer.response.diagnostics.errors));
    return answer.response.decision === 'allow';
  };
}

/** A text of several policies, cut by Cedar itself. */
export function cedarPoliciesIn(text: string): string[] {
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure') throw new Error(JSON.stringify(parts.errors));
  return parts.policies;
}

/** The ids of the actions that some policy permits, under whatever conditions. */
export function permittedActions(policies: readonly string[]): Set<string> {
  const ids = policies.flatMap((policy) => {
    const read = policyToJson(policy);
    if (read.type === 'failure') throw new Error(JSON.stringify(read.errors));
    const { effect, action } = read.json;
    if (effect !== 'permit') return [];
    if (action.op !== '==' || !('entity' in action)) throw new Error('a permit for more than one action');
    return ['__entity' in action.entity ? action.entity.__entity.id : action.entity.id];
  });
  return new Set(ids);
}
