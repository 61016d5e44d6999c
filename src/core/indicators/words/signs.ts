/** Characters, and ways they stand, that a pattern cannot do without; each a bit. */
export const SIGN = {
  angle: 1,
  bracket: 2,
  brace: 4,
  tick: 8,
  colon: 16,
  at: 32,
  hash: 64,
  slash: 128,
  digit: 256,
  capital: 512,
  underscore: 1024,
  escape: 2048,
  shell: 4096,
  rule: 8192,
  quote: 16_384,
  /** 14 characters or more without a space. */
  run: 32_768,
  /** 24 or more. */
  longRun: 65_536,
  /** Six characters or more without a letter or a digit. */
  gap: 131_072,
  /** Five letters or more that stand one by one. */
  spelled: 262_144,
} as const;

const CHARACTERS: readonly [keyof typeof SIGN, string][] = [
  ['angle', '<>'],
  ['bracket', '[]'],
  ['brace', '{}'],
  ['tick', '`~'],
  ['colon', ':'],
  ['at', '@'],
  ['hash', '#'],
  ['slash', '/'],
  ['digit', '0123456789'],
  ['capital', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['underscore', '_'],
  ['escape', '\\%&'],
  ['shell', '|$(;'],
  ['rule', '*=-'],
  ['quote', '"'],
];
const SIGNS = new Uint32Array(128);
for (const [name, characters] of CHARACTERS)
  for (const character of characters) {
    const code = character.charCodeAt(0);
    SIGNS[code] = (SIGNS[code] ?? 0) | SIGN[name];
  }

export function signOf(code: number): number {
  return code < 128 ? (SIGNS[code] as number) : 0;
}
