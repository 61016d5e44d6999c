/**
 * The one Content-Security-Policy of the site, for the meta tag of each page and the response header.
 * `scripts` are the hashes (`sha256-…`) of what stands inline.
 * `endpoint`: where a form of the page posts to; its origin is allowed for that and nothing else.
 * `compiles`: whether WebAssembly may run, which the full text of definitions is searched in.
 * `frame-ancestors` is left out on purpose: browsers ignore it in a meta tag; the header adds it.
 */
export function contentSecurityPolicy(
  scripts: readonly string[],
  endpoint: string | null = null,
  compiles = false,
): string {
  const to = endpoint === null ? '' : ` ${new URL(endpoint).origin}`;
  const hashes = scripts.map((hash) => ` '${hash}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${compiles ? " 'wasm-unsafe-eval'" : ''}${hashes}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${to}`,
    "worker-src 'self'",
    `form-action 'self'${to}`,
    "base-uri 'none'",
  ].join('; ');
}
