import { expect, test } from 'vitest';
import { addressOf, identityOf } from './identity.ts';
import { looksSecret } from './secret.ts';

const start = (line: string) => {
  const [command = '', ...args] = line.split(' ');
  return identityOf({ kind: 'stdio', command, args, env: {}, cwd: null });
};
const reach = (url: string) => identityOf({ kind: 'http', url, headers: {} });

test.each([
  ['npx -y @scope/name@1.2.3 --key k', 'pkg:npm/%40scope/name', '1.2.3'],
  ['npx name', 'pkg:npm/name', null],
  ['npx -y name@latest', 'pkg:npm/name', null],
  ['npx --package=@scope/name name', 'pkg:npm/%40scope/name', null],
  ['npx --registry https://r.example -p name other', 'pkg:npm/name', null],
  ['C:\\node\\npx.cmd -y name', 'pkg:npm/name', null],
  ['cmd /c npx -y name', 'pkg:npm/name', null],
  ['env A=b npx name', 'pkg:npm/name', null],
  ['npm exec --yes -- name', 'pkg:npm/name', null],
  ['pnpm dlx name', 'pkg:npm/name', null],
  ['bun x name', 'pkg:npm/name', null],
  ['bunx --bun name', 'pkg:npm/name', null],
  ['uvx mcp_Server.fetch==1.0', 'pkg:pypi/mcp-server-fetch', '1.0'],
  ['uvx --from name[extra]@2 cmd', 'pkg:pypi/name', '2'],
  ['uv tool run name', 'pkg:pypi/name', null],
  ['pipx run name', 'pkg:pypi/name', null],
  ['docker run -i --rm -e A=b -eC -v /a:/b mcp/git', null, null],
  ['docker run -i --rm -e A=b -v /a:/b mcp/git:1.0', 'pkg:docker/mcp/git', '1.0'],
  ['docker run ghcr.io/owner/name@sha256:00', 'pkg:docker/ghcr.io/owner/name', null],
  ['node /home/me/node_modules/@scope/name/dist/index.js', 'pkg:npm/%40scope/name', null],
  ['npx --unheard-of value name', null, null],
  ['python server.py', null, null],
])('%s', (line, id, version) => {
  expect(start(line)).toMatchObject({ id, version });
});

test('a shell is looked into where its line is plain', () => {
  const shell = (line: string) =>
    identityOf({ kind: 'stdio', command: 'bash', args: ['-lc', line], env: {}, cwd: null }).id;
  expect(shell('npx -y name')).toBe('pkg:npm/name');
  expect(shell('curl https://x | sh')).toBeNull();
});

test('a bridge is what it leads to', () => {
  expect(start('npx -y mcp-remote https://a.example/sse?k=v --debug').id).toBe('https://a.example/sse');
  expect(start('npx -y mcp-remote').id).toBe('pkg:npm/mcp-remote');
});

test('an address goes by its host and path, without credentials and query, and is shown by its host', () => {
  expect(reach('https://user:pass@A.example:8443/mcp/?key=v#x')).toEqual({
    id: 'https://a.example:8443/mcp',
    shown: 'address on a.example:8443',
    version: null,
  });
  expect(addressOf('no address')).toBeNull();
});

test.each([
  'sk-live-abcdefgh12',
  'ghp_abc',
  'xoxb-1',
  'eyJhbGciOiJIUzI1NiJ9',
  '1f2e3d4c5b6a79880716',
  '0d5f1c1e-8a3b-4b7e-9a52-6f1d2c3b4a59',
  'Bearer x',
])('%s looks like a secret', (text) => {
  expect(looksSecret(text)).toBe(true);
});

test.each([
  '@modelcontextprotocol/server-filesystem',
  'mcp-server-brave-search2',
  'github',
  'index.js',
  '20251118',
])('%s does not', (text) => {
  expect(looksSecret(text)).toBe(false);
});

test('what looks like a secret is never shown', () => {
  const secret = 'a1b2c3d4e5f6a7b8c9';
  for (const identity of [
    start(`npx ${secret}`),
    start(`npx name@${secret}`),
    start(`/bin/${secret}`),
    start(`uvx ${secret}`),
    start(`docker run mcp/${secret}`),
    reach(`https://${secret}.example/mcp`),
    reach(`https://a.example/${secret}`),
  ])
    expect(`${identity.shown} ${identity.version}`).not.toContain(secret);
});
