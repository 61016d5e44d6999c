import type { ToolPage } from './tool-page-model.ts';

const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that stays JSON inside a script element, whatever its strings hold. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? '');
}

/** The questions of the page as a schema.org FAQPage: the very text that the page shows. */
export function faqJsonLd(page: Pick<ToolPage, 'questions'>): string {
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: page.questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  });
}
