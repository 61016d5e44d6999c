/** How one tool stands in two versions of a ledger; null where it is in only one of them. */
export interface LedgerChange {
  server: string;
  /** As the ledger writes it: hidden characters spelled out. */
  tool: string;
  before: Row | null;
  after: Row | null;
  /** Rules that fire now and did not, and the other way round. */
  gained: string[];
  lost: string[];
}

interface Row {
  category: string;
  risk: string;
  confidence: string;
  rules: string[];
}

/** Every tool that two versions of a verdict ledger tell differently, in the order of the newer one; `found` null for none yet. */
export function ledgerChanges(server: string, found: string | null, wanted: string): LedgerChange[] {
  const before = rowsOf(found ?? '');
  const after = rowsOf(wanted);
  const tools = new Set([...after.keys(), ...before.keys()]);
  return [...tools].flatMap((key) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    if (was?.line === is?.line) return [];
    const [old, now] = [was?.rules ?? [], is?.rules ?? []];
    return [
      {
        server,
        tool: (is ?? was)?.tool ?? '',
        before: was,
        after: is,
        gained: now.filter((rule) => !old.includes(rule)),
        lost: old.filter((rule) => !now.includes(rule)),
      },
    ];
  });
}

/** Rows by tool; a name that stands there twice is told apart by its place among its like. */
function rowsOf(text: string): Map<string, Row & { tool: string; line: string }> {
  const rows = new Map<string, Row & { tool: string; line: string }>();
  const seen = new Map<string, number>();
  for (const line of text.split('\n').slice(1)) {
    const [tool = '', category = '', risk = '', confidence = '', rules = ''] = line.split('\t');
    if (line === '') continue;
    const place = (seen.get(tool) ?? 0) + 1;
    seen.set(tool, place);
    const list = rules === '' ? [] : rules.split(' ');
    rows.set(`${tool}\t${place}`, { tool, line, category, risk, confidence, rules: list });
  }
  return rows;
}
