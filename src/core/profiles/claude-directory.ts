import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import { indicatorFindings } from '../indicators/findings.ts';
import type { Definition } from '../tool/definition.ts';
import { definitionFindings } from '../tool/findings.ts';
import { isObject, type JsonObject } from '../tool/json.ts';
import { found } from './directory-finding.ts';
import { hintFindings } from './directory-hints.ts';
import { mixedFindings, queryFindings } from './directory-split.ts';

/** What the profile rests on; said with every report. */
export const CLAUDE_DIRECTORY = {
  id: 'claude-directory',
  title: 'the review criteria of the Claude Connectors Directory',
  source: 'claude.com/docs/connectors/building/review-criteria',
  read: '2026-11-20',
} as const;

const LONGEST_NAME = 64;

/**
 * What the published review criteria would reject about one definition: an error where they state a rule that the definition
 * breaks, a warning where the verdict or a reviewer decides. What needs a running server (whether the description is
 * true, sign-in, privacy policy) is not looked at. Paths are JSON Pointers into the tool object; file and line are null.
 * Source: see `CLAUDE_DIRECTORY`, section "Tool design", read in a stored copy.
 */
export function claudeDirectoryFindings(definition: Definition, verdict: Verdict): Finding[] {
  const annotations = isObject(definition['annotations']) ? definition['annotations'] : {};
  return [
    ...nameFindings(definition.name),
    ...titleFindings(definition, annotations),
    ...descriptionFindings(definition),
    ...hintFindings(annotations, verdict),
    ...mixedFindings(definition, verdict),
    ...queryFindings(definition, verdict),
    ...textFindings(definition, verdict),
  ];
}

function nameFindings(name: string): Finding[] {
  if (name.length <= LONGEST_NAME) return [];
  const message = `The name has ${name.length} characters.`;
  return [
    found('directory-name-length', 'error', '/name', message, `Use ${LONGEST_NAME} characters or fewer.`),
  ];
}

function titleFindings({ title }: Definition, annotations: JsonObject): Finding[] {
  const titles = [title, annotations['title']];
  if (titles.some((text) => typeof text === 'string' && text.trim() !== '')) return [];
  const hint = 'Write a title for people beside the name: "title": "Create refund".';
  return [found('directory-title', 'error', '/title', 'The tool has no title.', hint)];
}

function descriptionFindings({ description }: Definition): Finding[] {
  if (typeof description === 'string' && description.trim() !== '') return [];
  const hint = 'Say what a call does and when to use it.';
  return [found('directory-description', 'error', '/description', 'The tool has no description.', hint)];
}

/** Hidden, obfuscated and instructing text, as the findings about every definition know it; under their own codes. */
function textFindings(definition: Definition, verdict: Verdict): Finding[] {
  const indicators = indicatorFindings(definition);
  return definitionFindings(definition, 'observed', verdict, indicators).filter(
    ({ code }) => code === 'hidden-characters' || indicators.some((indicator) => indicator.code === code),
  );
}
