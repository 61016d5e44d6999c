import type { Planned } from './plan.ts';

/** One policy for each address: a permit where it may pass, otherwise a forbid, which stands over every permit. */
export function cedarPolicies(
  planned: readonly Planned[],
  policyOf: (effect: 'permit' | 'forbid', address: string, one: Planned) => string,
): string[] {
  const seen = new Set<string>();
  return planned.flatMap((one) => {
    const { address, expressed, withArguments } = one;
    if (address === null || seen.has(address)) return [];
    seen.add(address);
    const permits = expressed === 'allow' || withArguments;
    return [policyOf(permits ? 'permit' : 'forbid', address, one)];
  });
}
