import type { Verdict } from '../classify/verdict.ts';
import { riskWord } from '../taxonomy.ts';
import { hiddenPieces } from '../tool/hidden.ts';

const HEAD = 'tool\tcategory\trisk\tconfidence\trules\n';

/** One tool and what was concluded about it. */
export interface LedgerEntry {
  name: string;
  verdict: Verdict;
}

/**
 * `verdicts.tsv`: what is concluded about each tool of a server, one line a tool in the order of the names,
 * so that a change of rules shows its reach as a plain difference. Where a ruling stands over the rules, its
 * verdict is given, and the rules begin with what they conclude by themselves. Generated and committed, never edited.
 */
export function ledgerText(entries: readonly LedgerEntry[]): string {
  const lines = entries.map(({ name, verdict: { category, risk, confidence, reasons, ruling } }) => {
    const over =
      ruling === undefined ? [] : [`(ruling-over-${ruling.rules.category}-${riskWord(ruling.rules.risk)})`];
    const rules = [...over, ...reasons.map(({ rule }) => rule)].join(' ');
    return `${cell(name)}\t${category}\t${riskWord(risk)}\t${confidence}\t${rules}\n`;
  });
  return HEAD + lines.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)).join('');
}

/** A stranger's name in one cell: no line or column ends in it, nothing hides, and no spreadsheet computes it. */
function cell(name: string): string {
  return hiddenPieces(name.replaceAll('\\', '\\\\'))
    .map(({ text }) => text)
    .join('')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/^[=+\-@]/, "'$&");
}
