import { riskWord } from '../taxonomy.ts';
import { oneLine, shorten } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { ToolPage } from './tool-page-model.ts';

/** A name of any length must not make a link that no mail program opens; the hash tells which definition is meant. */
const LONGEST_NAME = 100;

/**
 * A message that contests the verdict, filled in: as text to copy, and as a mail link to nobody yet, since each host of
 * the catalogue has an address of its own. Nothing of a stranger reaches the link but percent-encoded.
 */
export function contestOf({ entry, definition, hash, verdict, row }: Subject): ToolPage['contest'] {
  const name = shorten(oneLine(shown(definition.name)), LONGEST_NAME);
  const facts = [
    `Tool: ${entry.id}/${name}`,
    `Page: ${row.href}`,
    `Definition: ${hash}`,
    `Verdict: ${verdict.category}, ${riskWord(verdict.risk)}, ${verdict.confidence} confidence`,
    `Effects: ${verdict.effects.length === 0 ? 'none' : verdict.effects.join(', ')}`,
    '',
  ];
  const questions = [
    'What it should be:',
    'Words of the definition that show it:',
    'What one successful call really does:',
  ];
  const text = shown(['Verdict contested', '', ...facts, ...questions].join('\n'));
  return { text, href: mailTo(`Verdict contested: ${entry.id}/${name}`, [...facts, 'It should be:', '']) };
}

/** Source: RFC 6068. Lines of a body end in CRLF; every character that means something in a link is encoded. */
function mailTo(subject: string, body: readonly string[]): string {
  return `mailto:?subject=${encoded(subject)}&body=${encoded(body.join('\r\n'))}`;
}

/** What encodeURIComponent leaves as it is, yet quotes or ends a link in some place it is pasted to. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
