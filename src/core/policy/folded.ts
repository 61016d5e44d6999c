/** A key as a reader that ignores case takes it: also the letters that only case folding brings to ASCII, long s and the Kelvin sign. */
export function folded(key: string): string {
  return key.toLowerCase().replaceAll('ſ', 's');
}
