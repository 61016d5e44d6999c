import { describe, expect, test } from 'vitest';
import { shown } from '../../src/core/present/shown.ts';
import { comparisonOf } from '../../src/core/present/stack/comparison.ts';
import { byIdentifier, lookupRow } from '../../src/core/present/stack/lookup.ts';
import { pairsOf } from '../../src/core/present/stack/pairs.ts';
import { stackForms } from '../../src/core/present/stack/stack-forms.ts';
import type { ServerSummary, SummarisedTool } from '../../src/core/present/stack/summary.ts';
import { surfaceOf } from '../../src/core/present/stack/surface.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { recordFor } from '../targets/records.ts';

function tool(name: string, more: Partial<SummarisedTool> = {}): SummarisedTool {
  return {
    name,
    href: `/tools/x/${name}/`,
    category: 'Read',
    risk: 'Low',
    flags: [],
    effects: [],
    signals: [],
    decision: 'allow',
    partly: false,
    tokens: 10,
    mentions: [],
    ...more,
  };
}

const mail = [
  tool('read_mail', { flags: ['untrusted', 'private'], risk: 'Medium' }),
  tool('send_mail', { flags: ['outbound'], risk: 'High', category: 'Write', decision: 'ask' }),
];
const shell = [
  tool('run', { flags: ['code'], risk: 'Critical', category: 'Execute', decision: 'hide', tokens: null }),
];

describe('the surface of a stack', () => {
  test('counts what is known and names what is not', () => {
    const surface = surfaceOf([
      { key: 'mail', tools: mail },
      { key: 'shell', tools: shell },
      { key: 'own', tools: null },
    ]);
    expect(surface).toMatchObject({
      servers: 3,
      unknown: ['own'],
      tools: 3,
      tokens: { sum: 20, uncounted: 1 },
    });
    expect(surface.risks.map(({ label, tools }) => `${label} ${tools}`)).toEqual([
      'Critical 1',
      'High 1',
      'Medium 1',
      'Low 0',
      'Unrated 0',
    ]);
    expect(surface.categories.filter(({ tools }) => tools > 0).map(({ label }) => label)).toEqual([
      'Execute',
      'Write',
      'Read',
    ]);
    expect(surface.decisions).toEqual({ allow: 1, ask: 1, deny: 0, hide: 1 });
  });

  test('tells what the policy leaves of each combination, and takes only what it lets through further away', () => {
    const { combinations, change, further } = surfaceOf([
      { key: 'mail', tools: mail },
      { key: 'shell', tools: shell },
    ]);
    expect(combinations.map(({ combination, standing }) => [combination.pattern, standing])).toEqual([
      ['theft', 'asked'],
      ['takeover', 'closed'],
    ]);
    expect(change?.tools).toEqual([{ server: 'mail', tool: 'read_mail' }]);
    expect(further?.tools).toEqual([{ server: 'mail', tool: 'send_mail' }]);
  });

  test('a tool of which some calls pass counts as one that passes', () => {
    const [read, send] = mail as [SummarisedTool, SummarisedTool];
    const surface = surfaceOf([{ key: 'mail', tools: [read, { ...send, decision: 'deny', partly: true }] }]);
    expect(surface.combinations[0]?.standing).toBe('open');
  });

  test('clashes and texts about the tools of others go by the names that the user gave the servers', () => {
    const { collisions, shadowings } = surfaceOf([
      { key: 'one', tools: [tool('send'), tool('get', { mentions: ['run_it'] })] },
      { key: 'two', tools: [tool('send'), tool('run_it')] },
    ]);
    expect(collisions.map(({ tools }) => tools.map(({ server }) => server))).toEqual([['one', 'two']]);
    expect(shadowings).toEqual([{ server: 'one', tool: 'get', names: 'run_it', owners: ['two'] }]);
  });

  test('of nothing is nothing', () => {
    expect(surfaceOf([])).toMatchObject({ tools: 0, combinations: [], change: null, further: null });
  });
});

function summary(id: string, tools: SummarisedTool[], facts: ServerSummary['facts'] = []): ServerSummary {
  const [title, vendor] = [shown(id.toUpperCase()), shown('Somebody')];
  return {
    version: '1',
    id,
    title,
    vendor,
    href: `/servers/${id}/`,
    facts,
    annotated: 1,
    contradicted: 0,
    tools,
  };
}

describe('a comparison', () => {
  const licence = { label: 'Licence', value: shown('MIT') };
  const compared = comparisonOf([
    summary('mail', mail, [licence]),
    summary('shell', [...shell, tool('read_mail')]),
  ]);
  const texts = (label: string): string[] | undefined =>
    compared.groups
      .flatMap(({ rows }) => rows)
      .find((row) => row.label === label)
      ?.cells.map(({ text, links }) => [...links.map((link) => link.text), text].join(' ').trim());

  test.each([
    ['Tools', ['2', '2']],
    ['Critical', ['0', '1']],
    ['Riskiest tools', ['send_mail', 'run']],
    ['Execute', ['0', '1']],
    ['Can delete', ['0', '0']],
    [
      'Toxic combinations inside',
      [
        '1 combination: private data can be carried out (under the policy it needs a person to approve)',
        'none',
      ],
    ],
    ['Usable without a person', ['1', '1']],
    ['Hidden', ['0', '1']],
    ['Tokens of all definitions', ['20', 'not counted']],
    ['Tools that state a hint', ['1 of 2', '1 of 2']],
    ['Licence', ['MIT', 'not known']],
    ['Transport', undefined],
  ])('%s', (label, cells) => {
    expect(texts(label)).toEqual(cells);
  });

  test('tells names that both have, with the level on each', () => {
    expect(
      compared.shared.map(({ name, cells }) => [name, cells.map(({ links }) => links[0]?.text)]),
    ).toEqual([['read_mail', ['Medium', 'Low']]]);
  });

  test('spells out what hides in a name', () => {
    const odd = comparisonOf(
      ['a', 'b'].map((id) => summary(id, [tool('a\u202eb', { href: '/tools/x/y/' })])),
    );
    expect(JSON.stringify(odd)).not.toContain('\u202e');
    expect(odd.shared[0]?.name).toContain('U+202E');
  });

  test('says how many more names they share', () => {
    const many = Array.from({ length: 70 }, (_, at) => tool(`t${String(at).padStart(2, '0')}`));
    const { shared, more } = comparisonOf([summary('a', many), summary('b', many)]);
    expect([shared.length, more]).toEqual([60, 10]);
  });
});

describe('servers that do much the same', () => {
  const names = (...list: string[]): readonly string[] => list;
  test('are paired by the names they share, each once, the most first', () => {
    const found = pairsOf([
      { id: 'a', names: names('x', 'y', 'z', 'w') },
      { id: 'b', names: names('x', 'y', 'z') },
      { id: 'c', names: names('x', 'y', 'z', 'w', 'x') },
      { id: 'd', names: names('x', 'y') },
    ]);
    expect(found).toEqual([{ ids: ['a', 'c'], shared: 4 }]);
  });
});

describe('the list for looking servers up', () => {
  const entry = { id: 'a', title: 'A', vendor: 'v', official: false, summary: 's' };

  test('holds packages and addresses as configurations name them', () => {
    const npm = lookupRow({ ...entry, source: { kind: 'npm', package: '@Scope/Name' } }, 3);
    const http = lookupRow(
      { ...entry, id: 'b', source: { kind: 'http', url: 'https://A.example/mcp/?k=v' } },
      1,
    );
    expect(npm).toMatchObject({ tools: 3, ids: ['pkg:npm/%40scope/name'] });
    expect(http.ids).toEqual(['https://a.example/mcp']);
    expect(byIdentifier([npm, http, { ...http, id: 'c' }]).get('https://a.example/mcp')?.id).toBe('b');
  });
});

describe('the policy of a stack', () => {
  const servers = [
    { key: 'mail', records: [recordFor('read', 'allow'), recordFor('send', 'allow')] },
    { key: 'my shell', records: [recordFor('run', 'hide')] },
  ];
  const formsFor = (id: string, denied: { server: string; tool: string }[] = []) => {
    const target = TARGETS.find((one) => one.id === id);
    if (target === undefined) throw new Error(`no ${id}`);
    return stackForms(target, servers, denied);
  };
  const text = (id: string, denied?: { server: string; tool: string }[]): string =>
    formsFor(id, denied)
      .flatMap(({ form }) => form.files.map((file) => file.text))
      .join('');

  test('is one file where the target takes it so', () => {
    const [form, ...others] = formsFor('claude-code');
    expect(others).toEqual([]);
    expect(form?.label).toBe('2 servers');
    expect(JSON.parse(form?.form.files[0]?.text ?? '')).toEqual({
      permissions: { allow: ['mcp__mail__read', 'mcp__mail__send'], deny: ['mcp__my_shell__run'] },
    });
  });

  test('is a file for each server where it does not', () => {
    expect(formsFor('policylayer').map(({ label }) => label)).toEqual(['mail', 'my shell']);
  });

  test('says where the target takes a name otherwise', () => {
    const [form] = formsFor('codex');
    expect(form?.form.remarks[0]).toContain('cannot take the name my shell: my-shell stands for it');
    expect(text('codex')).toContain('[mcp_servers.my-shell]');
  });

  test('denies what is taken away, and hides what was hidden before', () => {
    const denied = [
      { server: 'mail', tool: 'send' },
      { server: 'my shell', tool: 'run' },
    ];
    expect(JSON.parse(text('claude-code', denied))).toEqual({
      permissions: { allow: ['mcp__mail__read'], deny: ['mcp__mail__send', 'mcp__my_shell__run'] },
    });
    expect(text('policylayer', denied)).toContain('"hide"');
  });

  test('gives two servers two names, though the target would write one', () => {
    const target = TARGETS.find(({ id }) => id === 'codex');
    const both = ['a b', 'a.b'].map((key) => ({ key, records: [recordFor('x', 'allow')] }));
    const [form] = target === undefined ? [] : stackForms(target, both, []);
    expect(form?.form.files[0]?.text).toContain('[mcp_servers.a-b]');
    expect(form?.form.files[0]?.text).toContain('[mcp_servers.a-b-2]');
  });

  test.each(TARGETS.map(({ id }) => id))('%s can be written', (id) => {
    const forms = formsFor(id);
    expect(forms.every(({ form }) => form.files.length > 0)).toBe(true);
  });
});
