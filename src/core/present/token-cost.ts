import { TOKENIZER } from '../tokens/tokenizer.ts';
import type { Shown } from './page-model.ts';
import { count } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

/** The medians of the catalogue that is built: of its tools, and of its servers with all their tools. */
export interface UsualTokens {
  tool: number;
  server: number;
}

/** What definitions cost in the context of a model, beside what is usual in this catalogue. */
export interface TokenCost {
  tokens: number;
  /** Of the catalogue: over tools for a tool, over servers for a server. */
  median: number;
  /** Both figures as a sentence. */
  says: Shown;
  tokenizer: Shown;
}

/** How it was counted, for a person: a figure without it means little. */
export const HOW_COUNTED =
  'Counted are name, description and input schema as JSON without spaces; each client words them a little differently, and other models have other vocabularies.';

const TOKENIZER_WORDS = shown(`${TOKENIZER.encoding}, as ${TOKENIZER.package} ${TOKENIZER.version} counts`);

/** Of one tool; null where nobody counted. */
export function toolTokens({ tokens }: Subject, usual: UsualTokens | null): TokenCost | null {
  if (tokens === null || usual === null) return null;
  const says = shown(`${thousands(tokens)} tokens in context; the median tool has ${thousands(usual.tool)}`);
  return { tokens, median: usual.tool, says, tokenizer: TOKENIZER_WORDS };
}

/** Of all tools of a server; null where nobody counted. */
export function serverTokens(subjects: readonly Subject[], usual: UsualTokens | null): TokenCost | null {
  if (usual === null || subjects.some(({ tokens }) => tokens === null)) return null;
  const tokens = subjects.reduce((sum, subject) => sum + (subject.tokens ?? 0), 0);
  const says = shown(
    `A client that loads all ${count(subjects.length, 'tool')} puts ${thousands(tokens)} tokens before the model; the median server of this catalogue puts ${thousands(usual.server)} there, and the median tool ${thousands(usual.tool)}.`,
  );
  return { tokens, median: usual.server, says, tokenizer: TOKENIZER_WORDS };
}

/** "12,345": the same in every locale. */
export function thousands(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
