/**
 * Text inside an XML element or a quoted attribute. What XML 1.0 cannot hold at all (most control characters, halves of
 * pairs) becomes U+FFFD: one such character would make a whole feed unreadable.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Source: XML 1.0 (fifth edition), production 2. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
