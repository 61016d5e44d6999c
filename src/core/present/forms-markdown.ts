import type { ClientForm } from './client-form.ts';
import { codeBlock, escapeMarkdown as text } from './escape-markdown.ts';
import { targetHref } from './hrefs.ts';

/** The forms for some clients; `records` is the address of the data that all forms are rendered from. */
export function formsMarkdown(forms: readonly ClientForm[], records: string): string {
  const parts = forms.flatMap((form) => [
    `#### [${text(form.title)}](${targetHref(form.target)}index.md)`,
    form.chips.map((chip) => text(chip.text)).join('; '),
    ...form.files.map((file) => `\`${file.name}\`\n\n${codeBlock(file.text, file.language)}`),
    ...form.remarks.map((remark) => text(remark)),
    `Check: ${text(form.check)}`,
  ]);
  return [
    '### Other clients and gateways',
    'For this tool alone. Put your own name of the server in the place of the one that stands here.',
    ...parts.filter((part) => part !== ''),
    `[Every client and gateway](/enforcement/index.md), with what each can enforce. [Policy records](${records}) are the data that all forms are rendered from; \`toolwarden policy export --target TARGET SERVER/TOOL\` prints any of them.`,
  ].join('\n\n');
}
