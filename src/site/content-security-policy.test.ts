import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { THEME_SCRIPT, THEME_SCRIPT_HASH } from './theme.ts';

test('the policy allows what it names and nothing inline without a hash', () => {
  const policy = contentSecurityPolicy(['sha256-abc']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'sha256-abc'");
  expect(policy).not.toMatch(/unsafe-|https?:|\*/);
});

test('WebAssembly may run where that is asked for', () => {
  expect(contentSecurityPolicy(['sha256-abc'], null, true)).toContain(
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-abc'",
  );
});

test('the hash of the theme script is that of its text', () => {
  expect(THEME_SCRIPT_HASH).toBe(`sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}`);
});
