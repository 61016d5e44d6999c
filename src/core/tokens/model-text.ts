import type { Definition } from '../tool/definition.ts';

/**
 * What of a definition reaches a model: name, description and input schema, as JSON without spaces. Each client words
 * it a little differently, and none sends less. Source: the `tools` parameter of the model providers' interfaces.
 */
export function modelText({ name, description, inputSchema }: Definition): string {
  return JSON.stringify({ name, description, inputSchema });
}
