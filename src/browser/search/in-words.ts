/** A number of tools in words. */
export function toolsInWords(tools: number): string {
  return `${tools} ${tools === 1 ? 'tool' : 'tools'}`;
}
