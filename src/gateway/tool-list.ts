import { isObject, type JsonObject, type JsonValue } from '../core/tool/json.ts';
import { changed } from './exact.ts';
import { disguisedIn } from './messages.ts';

/** An answer without the hidden tools of the list that it holds, if any; everything else of it as it came. */
export function withoutHidden(message: JsonObject, hides: (tool: string) => boolean): JsonObject {
  // What has no name cannot be told from what is hidden, and cannot be called.
  const isShown = (tool: JsonValue): boolean =>
    isObject(tool) &&
    typeof tool['name'] === 'string' &&
    !hides(tool['name']) &&
    disguisedIn(tool, ['name']) === undefined;
  if (!isObject(message['result']) || !Array.isArray(message['result']['tools'])) return message;
  const filtered = (answer: JsonObject): JsonObject => {
    const { result } = answer;
    if (!isObject(result) || !Array.isArray(result['tools'])) return answer;
    return { ...answer, result: { ...result, tools: result['tools'].filter(isShown) } };
  };
  return changed(message, filtered);
}

/** A key of a list that some clients read as the tools of it, because they ignore the case of letters. */
export function disguisedTools({ result }: JsonObject): string | undefined {
  return isObject(result) ? disguisedIn(result, ['tools']) : undefined;
}
