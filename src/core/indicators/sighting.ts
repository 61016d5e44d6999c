/** hard: an attack technique with no honest use known; soft: rare in honest definitions; note: an observation, common in them. */
export type Tier = 'hard' | 'soft' | 'note';

export type IndicatorId = `TP-${number}`;

/** An indicator seen in one text, before it is known how grave the place makes it. */
export interface Sighting {
  id: IndicatorId;
  tier: Tier;
  /** JSON Pointer of the text. */
  path: string;
  /** The words of the definition that show it; hidden characters still in it. */
  quote: string;
  /** Overrides what the indicator says of itself. */
  says?: string;
}

/** What nearly every look finds. */
export const NOTHING: readonly Sighting[] = [];

export function isIndicator(code: string): code is IndicatorId {
  return code.startsWith('TP-');
}
