import type { IndicatorId, Tier } from '../sighting.ts';
import { CONCEALING } from './phrases/concealment.ts';
import { HARVESTING } from './phrases/conversation.ts';
import { OVERRIDING } from './phrases/instructions.ts';
import { STEERING } from './phrases/other-tools.ts';
import { TAKING } from './phrases/secrets.ts';

/**
 * Phrases as classes of words with, between two of them, the number of other words that may stand there.
 * A phrase lies within one sentence.
 */
export type Phrases = readonly (readonly [IndicatorId, Tier, readonly string[]])[];

export const PHRASES: Phrases = [...OVERRIDING, ...CONCEALING, ...TAKING, ...HARVESTING, ...STEERING];
