/** Where an address has moved to by the lines of `_redirects` (`/old/* /new/:splat 301`); null where it has not. */
export function movedTo(text: string, pathname: string): string | null {
  for (const line of text.split('\n')) {
    const [from, to] = line.trim().split(/\s+/);
    if (from === undefined || to === undefined || !from.endsWith('/*')) continue;
    const prefix = from.slice(0, -1);
    if (pathname.startsWith(prefix)) return to.replace(':splat', () => pathname.slice(prefix.length));
  }
  return null;
}
