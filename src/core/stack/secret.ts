/** How well-known services begin their keys and tokens. */
const KNOWN =
  /(?:^|[^A-Za-z0-9])(?:sk|pk|rk|sess|key|token|secret)[-_][A-Za-z0-9_-]{8}|gh[pousr]_|github_pat_|xox[abeoprs]-|glpat-|\b(?:AKIA|ASIA)[A-Z0-9]{8}|\beyJ[A-Za-z0-9_-]{8}|AIza[A-Za-z0-9_-]{8}|ya29\.|npm_[A-Za-z0-9]{8}|pypi-[A-Za-z0-9]{8}|hf_[A-Za-z0-9]{8}|do[opr]_v1_|shp(?:at|ca|pa|ss)_|SG\.[A-Za-z0-9]|lin_api_|ntn_|secret_|tvly-|bearer\s/i;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const RUNS = /[A-Za-z0-9_]{14,}/g;

/** True for a word that may be a key, a token or a password: rather once too often. */
export function looksSecret(text: string): boolean {
  if (KNOWN.test(text) || UUID.test(text)) return true;
  return (text.match(RUNS) ?? []).some((run) => {
    const digits = run.match(/\d/g)?.length ?? 0;
    return digits >= 3 && digits < run.length;
  });
}
