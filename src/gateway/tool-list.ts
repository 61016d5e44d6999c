import { isObject, type JsonObject, type JsonValue } from '../core/tool/json.ts';

/** An answer to `tools/list` without the tools that are hidden, page by page; everything else of it as it came. */
export function withoutHidden(message: JsonObject, hides: (tool: string) => boolean): JsonObject {
  const { result } = message;
  if (!isObject(result) || !Array.isArray(result['tools'])) return message;
  // What has no name cannot be told from what is hidden, and cannot be called.
  const isShown = (tool: JsonValue): boolean =>
    isObject(tool) && typeof tool['name'] === 'string' && !hides(tool['name']);
  const tools = result['tools'].filter(isShown);
  return tools.length === result['tools'].length ? message : { ...message, result: { ...result, tools } };
}
