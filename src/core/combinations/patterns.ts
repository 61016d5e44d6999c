import type { LegId } from './legs.ts';

interface Pattern {
  title: string;
  /** All of them must stand, on one tool or on several. In the order in which they act. */
  legs: readonly LegId[];
  /** What can be done with it: a sentence. */
  harm: string;
}

/**
 * Abilities that are worse together than alone, worst first. Each begins with text that outsiders can write, because
 * such text can carry instructions, and ends with what those instructions would make the agent do.
 */
export const PATTERNS = {
  theft: {
    title: 'Private data can be carried out',
    legs: ['untrusted', 'private', 'outbound'],
    harm: 'Instructions planted in text from outside can have the agent read private data and send it to whoever planted them, in a message or written into an address that is requested.',
  },
  takeover: {
    title: 'Outsiders can have code run',
    legs: ['untrusted', 'code'],
    harm: 'Instructions planted in text from outside can have the agent run commands, code or queries of their choice.',
  },
  payment: {
    title: 'Outsiders can have money moved',
    legs: ['untrusted', 'money'],
    harm: 'Instructions planted in text from outside can have the agent pay, refund or order, or change to whom and how much.',
  },
  access: {
    title: 'Outsiders can have access changed',
    legs: ['untrusted', 'access'],
    harm: 'Instructions planted in text from outside can have the agent let somebody in, or hand out or change a credential.',
  },
  foothold: {
    title: 'Outsiders can have files written',
    legs: ['untrusted', 'files'],
    harm: 'Instructions planted in text from outside can have the agent write a file that something runs or obeys later, such as a start-up script or the configuration of an agent.',
  },
  deletion: {
    title: 'Outsiders can have things deleted',
    legs: ['untrusted', 'delete'],
    harm: 'Instructions planted in text from outside can have the agent delete what the user wants to keep.',
  },
} as const satisfies Record<string, Pattern>;
export type PatternId = keyof typeof PATTERNS;
export const PATTERN_IDS = Object.keys(PATTERNS) as PatternId[];
