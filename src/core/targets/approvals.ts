import { toolTable } from '../policy/policy-text.ts';
import { limitOf } from '../recommend/advice.ts';
import { escapeHidden } from '../tool/hidden.ts';
import type { PolicyRecord } from './record.ts';

/**
 * The text of approvals.json: the tools of which a person is asked about calls that policy.json denies, and the limit
 * on those that are approved. Null where nothing is asked about. policy.json stays as strict as it is without it.
 */
export function approvalsText(records: readonly PolicyRecord[]): string | null {
  const asked = records.filter(({ decision }) => decision === 'ask');
  if (asked.length === 0) return null;
  const rules = asked.map(
    ({ tool, limit }) => [tool, limit === null ? {} : { limits: [limitOf(tool, limit)] }] as const,
  );
  const approvals = {
    version: '1',
    ask: [...new Set(asked.map(({ tool }) => tool))],
    tools: toolTable(rules),
  };
  return `${escapeHidden(JSON.stringify(approvals, null, 2))}\n`;
}
