import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toolwarden } from './commands/run.ts';

function guide(slug: string): string {
  return readFileSync(`catalog/guides/${slug}.md`, 'utf8');
}

/** The cells of the table rows of a guide that begin with a link to a tool, without the links. */
function toolRows(text: string): string[][] {
  return [...text.matchAll(/^\| \[(\S+)\]\(\S+ "[^"]*"\) *\|(.*)\|$/gm)].map(([, name = '', rest = '']) => [
    name,
    ...rest.split('|').map((cell) => cell.trim()),
  ]);
}

/** What a profile makes of each tool of a server, in the words of the guide. */
function adviceBy(profile: string): Map<string, string> {
  const { stderr } = toolwarden(['policy', 'recommend', 'memory', '--profile', profile]);
  const lines = stderr.matchAll(/^(\S+): (\w+), because .*?; at most (\d+ calls? an? \w+)/gm);
  return new Map(
    [...lines].map(([, tool = '', decision = '', cap = '']) => [
      tool,
      decision === 'allow' ? `allow, ${cap.replace(/ calls?/, '')}` : decision,
    ]),
  );
}

test('the guide to unattended agents says what both profiles decide', () => {
  const [attended, unattended] = [adviceBy('interactive'), adviceBy('unattended')];
  const rows = toolRows(guide('running-agents-unattended'));
  expect(rows.length).toBeGreaterThan(3);
  for (const [tool = '', ...cells] of rows)
    expect([tool, ...cells]).toEqual([tool, attended.get(tool), unattended.get(tool)]);
});

test('a policy that a guide shows is one', () => {
  const policies = [...guide('splitting-tools').matchAll(/^ {4}(\{ "version".*\})$/gm)].map(
    ([, text]) => text,
  );
  expect(policies).toHaveLength(1);
  for (const policy of policies) {
    const { code, stdout } = toolwarden(['policy', 'validate', '-', '--server', 'git-cyanheads'], policy);
    expect([code, JSON.parse(stdout)]).toEqual([0, { valid: true, problems: [] }]);
  }
});

test('every command that a guide names is a command', () => {
  const help = toolwarden(['--help']).stdout;
  const known = [...help.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
  const texts = [
    'reviewing-a-server',
    'policies-per-client',
    'annotations-for-server-authors',
    'wording-descriptions',
  ];
  const named = texts.flatMap((slug) =>
    [...guide(slug).matchAll(/toolwarden(?: --)? ([a-z]+)/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});
