import { policyFor } from '../recommend/policies.ts';
import type { Subject } from './subject.ts';
import type { ToolPage, ToolRecord } from './tool-page-model.ts';

/** The JSON twin of a tool page. The whole-server policy is named, not repeated in every tool of the server. */
export function toolRecord(subject: Subject, page: ToolPage): ToolRecord {
  const { observed } = subject;
  return {
    id: page.id,
    server: page.server.id,
    url: page.href,
    provenance: subject.provenance,
    observed: {
      version: observed.version,
      date: observed.date,
      how: observed.how,
      protocolVersion: observed.protocolVersion,
    },
    definition: subject.definition,
    definitionHash: subject.hash,
    tokens:
      page.tokens === null
        ? null
        : { count: page.tokens.tokens, median: page.tokens.median, tokenizer: page.tokens.tokenizer },
    verdict: subject.verdict,
    rationale: [page.why.rationale, page.why.doesNot, page.why.misuse].join(' '),
    policies: {
      tool: policyFor([subject.advice]),
      server: { url: `${page.server.href}index.json`, path: '/policy/text' },
    },
    questions: page.questions.map(({ question, answer }) => ({ question, answer })),
    findings: subject.findings,
  };
}
