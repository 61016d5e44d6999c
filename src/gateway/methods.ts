/**
 * What a client may ask of a server besides listing and calling tools: the methods of all revisions of MCP up to
 * 2026-07-28. A method nobody knows could call a tool under another name, so it is refused.
 */
const KNOWN = new Set(['initialize', 'ping', 'server/discover', 'completion/complete', 'logging/setLevel']);
const KNOWN_FAMILIES = ['resources/', 'prompts/', 'tasks/', 'subscriptions/'];

/** True for a request that may pass without being judged as a call. */
export function passesUnjudged(method: string): boolean {
  return (
    method === 'tools/list' || KNOWN.has(method) || KNOWN_FAMILIES.some((family) => method.startsWith(family))
  );
}
