/** One block of a `_headers` file: the headers of every address that matches. */
export interface HeaderRule {
  matches(pathname: string): boolean;
  headers: [name: string, value: string][];
}

/** Reads the `_headers` format of static hosts: an address pattern (`*` matches anything), then indented headers. */
export function readHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\s/.test(line)) addHeader(rules.at(-1), line);
    else rules.push({ matches: matcherOf(line.trim()), headers: [] });
  }
  return rules;
}

function addHeader(rule: HeaderRule | undefined, line: string): void {
  const colon = line.indexOf(':');
  if (colon !== -1) rule?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
}

function matcherOf(pattern: string): (pathname: string) => boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.join('*');
  if (rest.length === 0) return (pathname) => pathname === start;
  return (pathname) =>
    pathname.startsWith(start) && pathname.endsWith(end) && pathname.length >= start.length + end.length;
}
