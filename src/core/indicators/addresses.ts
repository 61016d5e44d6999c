import type { Reading } from './reading.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { SIGN } from './words/signs.ts';

const URL_LIKE = /\b(?:https?|ftp|wss?):\/\/[^\s"'<>`)\]}|\\]{3,300}/gi;
const MOST = 50;
const DROPS =
  /(?:^|\.)(?:webhook\.site|requestbin\.(?:com|net)|pipedream\.net|hookbin\.com|beeceptor\.com|ngrok(?:-free)?\.(?:io|app|dev)|burpcollaborator\.net|oastify\.com|oast\.(?:fun|live|me|online|pro|site)|interact\.sh|requestcatcher\.com|trycloudflare\.com|loca\.lt|localhost\.run|serveo\.net|pastebin\.com|hastebin\.com|transfer\.sh|file\.io|0x0\.st|paste\.ee|dnslog\.cn|ceye\.io|canarytokens\.(?:com|org)|mockbin\.(?:org|io)|postb\.in|ptsv3\.com)$/i;
const SHORTENERS =
  /^(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|is\.gd|ow\.ly|buff\.ly|cutt\.ly|rebrand\.ly|rb\.gy|shorturl\.at|t\.ly|v\.gd|tiny\.cc|s\.id)$/i;
const WEBHOOK_PATHS =
  /(?:discord(?:app)?\.com\/api\/webhooks\/\d|api\.telegram\.org\/bot\d|hooks\.slack\.com\/services\/T[A-Z0-9]{5,}\/B[A-Z0-9]{5,}\/[A-Za-z0-9]{12,})/i;
const PRIVATE_IP =
  /^(?:127\.|10\.|0\.0\.0\.0|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$|(?:1\.2\.3\.4|8\.8\.8\.8|1\.1\.1\.1)$)/;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]|0x[0-9a-f]{8}|\d{8,10})$/i;
const DOC_IP = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./;

const SENDS =
  /\b(?:send|sent|post|forward|upload|submit|transmit|cop[yi]|report|log|stream|deliver|include|attach|append|mirror|relay|sync|ship|beacon|exfiltrat)/i;

/** TP-18: addresses that collect what is sent to them, hide where they lead, or name no host. Other URLs are no finding. */
export function addressesIn({ passage, glance, plain }: Reading): readonly Sighting[] {
  if ((glance.signs & SIGN.slash) === 0 || !plain.includes('://')) return NOTHING;
  const sends = SENDS.test(plain);
  for (const url of (passage.text.match(URL_LIKE) ?? []).slice(0, MOST)) {
    const grade = gradeOf(url, sends);
    if (grade !== null) return [{ id: 'TP-18', tier: grade, path: passage.path, quote: url }];
  }
  return NOTHING;
}

function gradeOf(url: string, sends: boolean): 'soft' | 'note' | null {
  const authority = url.split('/', 3)[2] ?? '';
  const host = (authority.split('@').at(-1) ?? '').replace(/:\d+$/, '').replace(/[.,;]+$/, '');
  if (DROPS.test(host) || WEBHOOK_PATHS.test(url) || host.endsWith('.onion')) return 'soft';
  const isUnnamed = IP.test(host);
  if (isUnnamed && PRIVATE_IP.test(host) && !(sends && DOC_IP.test(host))) return null;

  if (isUnnamed || SHORTENERS.test(host)) return sends ? 'soft' : 'note';
  return hidesItsHost(host, authority) ? 'note' : null;
}

/** Letters of other scripts in a host, or a host behind what looks like one. */
function hidesItsHost(host: string, authority: string): boolean {
  if (host.startsWith('xn--') || host.includes('.xn--') || /[^\0-\x7f]/.test(host)) return true;
  return authority.includes('@') && !/[:{$<]/.test(authority);
}
