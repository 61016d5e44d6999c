import type { ClientForm } from './client-form.ts';
import { codeBlock, escapeMarkdown as text } from './escape-markdown.ts';
import { serverHref, targetHref } from './hrefs.ts';
import { blocks } from './markdown-table.ts';
import type { ServerPage } from './server-page-model.ts';

/**
 * The forms of one tool for some clients; `records` is the address of the data that all forms are rendered from,
 * `policies` that of the whole server in every form, where there is such a page.
 */
export function formsMarkdown(
  forms: readonly ClientForm[],
  records: string,
  policies: string | null = null,
): string {
  return blocks([
    '### Other clients and gateways',
    'For this tool alone. Put your own name of the server in the place of the one that stands here.',
    ...forms.map((form) => formMarkdown(form, '####')),
    policies === null ? null : `[The whole server for every client and gateway](${policies}).`,
    `[Every client and gateway](/enforcement/index.md), with what each can enforce. [Policy records](${records}) are the data that all forms are rendered from; \`toolwarden policy export --target TARGET SERVER/TOOL\` prints any of them.`,
  ]);
}

/** `policies.md` beside the server page: the policy of the whole server in the form of every client and gateway. */
export function serverFormsMarkdown(
  page: Pick<ServerPage, 'id' | 'title'>,
  forms: readonly ClientForm[],
): string {
  return `${blocks([
    `# Policies for ${text(page.title)}`,
    `The recommended policy for all tools of [${text(page.title)}](${serverHref(page.id)}index.md) in ${forms.length} forms. Put your own name of the server in the place of \`${page.id}\` where your client calls it something else.`,
    ...forms.map((form) => formMarkdown(form, '##')),
  ])}\n`;
}

function formMarkdown(form: ClientForm, heading: string): string {
  return blocks([
    `${heading} [${text(form.title)}](${targetHref(form.target)}index.md)`,
    form.chips.map((chip) => text(chip.text)).join('; '),
    ...form.files.map((file) => `\`${file.name}\`\n\n${codeBlock(file.text, file.language)}`),
    ...form.remarks.map((remark) => text(remark)),
    `Check: ${text(form.check)}`,
  ]);
}
