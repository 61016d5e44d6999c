/**
 * Lines of CSV (RFC 4180). A cell that a spreadsheet would compute, since it begins with =, +, -, @, a tab or a
 * carriage return, gets an apostrophe before it: names of tools are words of strangers.
 * Source: OWASP, "CSV Injection".
 */
export function csvText(lines: readonly (readonly (string | number)[])[]): string {
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
