import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith, toolwarden } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

test('a catalogued tool is explained: marked definition, rules, rows, and what would have changed the verdict', () => {
  const { code, stdout, stderr } = toolwarden(['explain', 'stripe/create_refund']);
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(
    /^stripe\/create_refund\nFinancial, Critical risk, \w+ confidence\nsha256:[0-9a-f]{64}\n/,
  );
  expect(stdout).toMatch(/"name": "(?:«create»[\d,]+|create)_«refund»[\d,]+"/);
  expect(stdout).toMatch(/\d+\. [a-z-]+ adds effect move-money: /);
  expect(stdout).toMatch(
    /move-money \(Financial, Critical\), by rules? [\d, ]+: moves money or assets; sets the category and the level/,
  );
  expect(stdout).toMatch(
    /Without .*“refund” in the name.*\(effect move-money\) it would be Write, Medium risk\./,
  );
});

test('a tool of a file is explained, hostile text harmless', () => {
  const name = '\u001b]0;x\u0007delete';
  const tool = {
    name,
    description: 'Deletes a file.\u202e\n\u009b2J',
    inputSchema: { properties: { '\u001b[1m': {} } },
  };
  const file = join(folderWith({ 'tools.json': JSON.stringify({ tools: [tool] }) }), 'tools.json');
  const { code, stdout, stderr } = toolwarden(['explain', file, name]);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('⟦U+001B⟧]0;x⟦U+0007⟧delete\nDestructive');
  expect(stdout).toMatch(/^[\n\x20-\x7e«»“”…⟦⟧–]*$/);
  expect(toolwarden(['explain', file, '⟦U+001B⟧]0;x⟦U+0007⟧delete']).stdout).toBe(stdout);
});

test.each([
  [['memory/delete_everything'], 'error[unknown-tool]', 'delete_entities'],
  [['no-such-server/tool'], 'error[unknown-server]', 'Write one that is there'],
  [['memory'], 'error[no-subject]', 'SERVER/TOOL'],
  [['/no/such/file', 'tool'], 'error[unreadable-file]', 'readable file'],
])('%j ends with 2 and says what to write', (args, code, hint) => {
  const run = toolwarden(['explain', ...args]);
  expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
  expect(run.stderr).toContain(code);
  expect(run.stderr).toContain(hint);
});
