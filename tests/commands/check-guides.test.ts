import { expect, test } from 'vitest';
import { folderWith, toolwarden } from './run.ts';

const HEAD = `---
title: A guide for testing
description: What a guide that is wrong in many ways is told about itself.
reader: everyone
order: 1
---
`;

function findingsOf(files: Record<string, string>): string {
  const folder = folderWith({ 'servers/README.md': '', ...files });
  const { code, stderr } = toolwarden(['check', '--catalog', folder]);
  expect(code).toBe(2);
  return stderr.replaceAll(`${folder}/`, '');
}

test('everything wrong with guides and glossary is told at once, with its line and what to write', () => {
  const told = findingsOf({
    'guides/first.md': `${HEAD}
Opening, with {{tool}} and [dead](/tools/no/where/).

## Part

[here](#parts) [there](ftp://x.example/) <b>x</b>
[kept](/servers/ "Read, Low")
`,
    'guides/Second.md': HEAD.replace('title: A guide for testing', 'titel: Wrong'),
    'glossary.yaml': `groups:
  - title: Words
    terms:
      - term: Tool
        means: One thing that a server offers to do.
      - term: tool
        means: The same thing, explained once more.
        see: /nowhere/
`,
  });
  for (const line of [
    'guides/first.md:8: error[unknown-figure]',
    'guides/first.md:8: error[dead-link]',
    'guides/first.md:12: error[dead-link]: The link leads nowhere: #parts',
    'guides/first.md:12: error[dead-link]: The link leads nowhere: ftp://x.example/',
    'guides/first.md:12: error[markdown]',
    'guides/first.md:13: error[stale-verdict]',
    'guides/Second.md:1: error[guide-name]',
    'guides/Second.md:2: error[unknown-key]',
    'glossary.yaml:6: error[repeated-term]',
    'glossary.yaml:6: error[dead-link]',
  ])
    expect(told).toContain(line);
  expect(told).toContain('Write one of: #part.');
});
