import type { Finding } from '../finding.ts';
import { isIndicator } from './sighting.ts';
import { wordingOf } from './wording.ts';

/**
 * Why a tool should be hidden whatever it does: completes "because …". Null when no finding is a hard indicator.
 * Hard indicators are the errors among the findings of `indicatorFindings`.
 */
export function reasonToHide(findings: readonly Finding[]): string | null {
  const hard = findings.filter(({ code, severity }) => severity === 'error' && isIndicator(code));
  const [first] = hard;
  if (first === undefined) return null;
  return `its definition contains ${wordingOf(first.code).what} (${first.code}): report it, or uninstall the server`;
}
