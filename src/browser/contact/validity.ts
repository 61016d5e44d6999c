/** What of `ValidityState` a message is made from. */
type Trouble = Pick<ValidityState, 'valueMissing' | 'typeMismatch' | 'tooShort' | 'tooLong'>;

export interface Checked {
  /** As the label says it, in the middle of a sentence: "your name". */
  what: string;
  value: string;
  required: boolean;
  minLength: number;
  maxLength: number;
  validity: Trouble;
}

/** What to write instead; '' when there is nothing wrong. The constraints are those of the markup. */
export function troubleWith({ what, value, required, minLength, maxLength, validity }: Checked): string {
  const length = value.trim().length;
  if (required && length === 0) return `Write ${what}.`;
  if (validity.typeMismatch) return `Write ${what} as name@example.org.`;
  // A browser counts spaces, and counts nothing at all in what a script or autofill put there.
  if (length > 0 && length < minLength) return `Write at least ${minLength} characters; there are ${length}.`;
  if (maxLength > 0 && value.length > maxLength)
    return `Shorten it to ${maxLength} characters; there are ${value.length}.`;
  return validity.valueMissing || validity.tooShort || validity.tooLong ? `Correct ${what}.` : '';
}
