import type { Finding } from '../core/finding.ts';
import type { JsonValue } from '../core/tool/json.ts';
import { problem } from './problem.ts';

/** Parses JSON that a machine wrote; a syntax error is a finding with its line. `firstLine` is where the text begins. */
export function readJson(
  text: string,
  file: string,
  firstLine = 1,
): { value: JsonValue | undefined; findings: Finding[] } {
  try {
    return { value: JSON.parse(text) as JsonValue, findings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const line = firstLine + lineIn(text, reason) - 1;
    const message = `This is not valid JSON: ${reason}.`;
    const hint =
      'Check quotes, commas and brackets at this line; JSON has no comments and no trailing commas.';
    return { value: undefined, findings: [problem('json-syntax', message, hint, { file, line })] };
  }
}

/** The engine names a line, or only a position, or neither when the text ends too early. */
function lineIn(text: string, reason: string): number {
  const line = /\bline (\d+)/.exec(reason);
  if (line !== null) return Number(line[1]);
  const position = /\bposition (\d+)/.exec(reason);
  return text.slice(0, position === null ? text.length : Number(position[1])).split('\n').length;
}
