import type { Reading } from './reading.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { SIGN } from './words/signs.ts';

/** How providers write their credentials. Source: the providers' own documentation of prefixes and lengths. */
const SECRETS =
  /\b(?:sk-(?:proj-|ant-(?:api\d\d-)?|live-)?[A-Za-z0-9_-]{20,200}|gh[pousr]_[A-Za-z0-9]{30,100}|github_pat_[A-Za-z0-9_]{40,120}|AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|xox[abeprs]-[A-Za-z0-9-]{10,100}|AIza[0-9A-Za-z_-]{35}|(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{16,100}|glpat-[0-9A-Za-z_-]{20}|npm_[A-Za-z0-9]{36}|eyJ[A-Za-z0-9_-]{15,400}\.eyJ[A-Za-z0-9_-]{15,800}\.[A-Za-z0-9_-]{10,400}|SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{30,60}|hf_[A-Za-z0-9]{30,40}|dop_v1_[a-f0-9]{64}|shpat_[a-fA-F0-9]{32}|ya29\.[A-Za-z0-9_-]{30,200}|AC[a-f0-9]{32}|lin_api_[A-Za-z0-9]{40}|pypi-[A-Za-z0-9_-]{50,200})|-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY-----|\b(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|amqp):\/\/[A-Za-z0-9_.-]{2,40}:(?!password|pass|pwd|secret|x{3}|\*|<|\$|\{)[^\s:@/<>{}$*]{6,60}@(?!localhost|host|example|127\.)[a-z0-9.-]{4,100}/gi;
const PLACEHOLDER =
  /x{4,}|example|your|placeholder|dummy|sample|redacted|\.\.\.|\*{3}|1234567|abcdef|changeme|<|0{6,}|a{6,}|-{5}BEGIN [A-Z ]+-{5}$/i;
const HINTS =
  /sk-|gh[pousr]_|github_pat_|A[KS]IA|xox|AIza|_live_|_test_|glpat|npm_|eyJ|SG\.|hf_|dop_v1|shpat|ya29|AC[a-f0-9]{32}|lin_api|pypi-|BEGIN |:\/\/[^/\s]+:[^/\s]+@/;

const NEEDED = SIGN.run | SIGN.digit;

/** TP-27: something that looks like a working credential, in a definition that everybody can read. */
export function credentialsIn({ passage: { path, text }, glance }: Reading): readonly Sighting[] {
  if ((glance.signs & NEEDED) !== NEEDED || !HINTS.test(text)) return NOTHING;
  const secret = (text.match(SECRETS) ?? []).find((found) => isWorking(found, text));
  if (secret === undefined) return NOTHING;
  return [
    {
      id: 'TP-27',
      tier: 'soft',
      path,
      quote: `${secret.slice(0, 8)}…`,
      says: `what looks like a credential of ${secret.length} characters`,
    },
  ];
}

function isWorking(found: string, text: string): boolean {
  if (found.startsWith('-----BEGIN')) return /PRIVATE KEY-----\s{0,4}(?:\\n)?[A-Za-z0-9+/]{40}/.test(text);
  return !PLACEHOLDER.test(found) && /\d/.test(found) && new Set(found).size >= 8;
}
