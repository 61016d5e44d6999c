/** Whose tokens are counted: a published vocabulary, since the makers of most models give none away. */
export const TOKENIZER = {
  encoding: 'o200k_base',
  package: 'gpt-tokenizer',
  /** Major version that is installed; a test compares. */
  version: '4',
} as const;
