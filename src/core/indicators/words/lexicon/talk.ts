/** Words that speak of an attack rather than make one. See `lexicon.ts` for the notation. */
export const TALK = {
  detect: `detect detects detected detecting detection scan scans scanning scanner flag flags flagged
    injection injections jailbreak jailbreaks malicious example examples attempts attempting sanitize
    sanitizes identifies classifies filters moderation such_as`,
} as const;
