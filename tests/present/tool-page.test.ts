import { expect, test } from 'vitest';
import type { ToolPage } from '../../src/core/present/tool-page-model.ts';
import type { Effect, Signal } from '../../src/core/taxonomy.ts';
import { pageOf, pagesOf, reason } from './sample.ts';

const REFUND = {
  name: 'create_refund',
  description: 'Refunds a payment. Use with care.',
  inputSchema: {
    type: 'object',
    properties: { amount: { type: 'integer' }, charge: { type: 'string' } },
    required: ['charge'],
  },
};
const REFUND_VERDICT = {
  effects: ['move-money' as const],
  flags: ['money' as const],
  signals: ['amount' as const],
  reasons: [
    reason({ effect: 'move-money' }, '/name', 7, 13),
    reason({ effect: 'move-money' }, '/description', 0, 17),
    reason({ signal: 'amount' }, '/inputSchema/properties/amount', 0, 6),
  ],
};
const answer = (page: ToolPage, id: string): string =>
  page.questions.find((question) => question.id === id)?.answer ?? '';

test('the answer says in one sentence what it does, why this risk and what to do', () => {
  expect(pageOf(REFUND, REFUND_VERDICT).answer).toBe(
    'create_refund on the Acme server moves money or assets, which makes it a Financial tool of Critical risk; the advice is to deny every call.',
  );
});

test('a tool whose actions differ is described by the strongest of them', () => {
  const action = { field: '/inputSchema', value: 'list', category: 'Read', risk: 'Low' } as const;
  const page = pageOf(REFUND, { ...REFUND_VERDICT, actions: [{ ...action, effects: ['read-reference'] }] });
  expect(page.answer).toContain('on the Acme server, with the strongest of its actions, moves money');
  expect(page.role.join(' ')).toContain('create_refund, with the strongest of its actions, moves money');
});

test('the rationale quotes the words that the rules saw', () => {
  expect(pageOf(REFUND, REFUND_VERDICT).why.rationale).toBe(
    'The name “create_refund” and the description (“Refunds a payment”) show that a call moves money or assets: Critical risk. Of its parameters, amount takes an amount of money.',
  );
});

test('in a description the first verb that tells is quoted with the rest of its clause', () => {
  const definition = {
    name: 'purge',
    description: 'Removes a project and deletes all of its files, for good. Then deletes logs.',
  };
  const reasons = [
    [0, 7],
    [22, 29],
    [63, 70],
  ].map(([start = 0, end = 0]) => reason({ effect: 'delete-many' }, '/description', start, end));
  expect(pageOf(definition, { effects: ['delete-many'], reasons }).why.rationale).toContain(
    'The description of “purge” (“Removes a project and deletes all of its files”) shows that a call deletes in bulk',
  );
  const byName = [reason({ effect: 'delete-many' }, '/name', 0, 2)];
  expect(pageOf(definition, { effects: ['delete-many'], reasons: byName }).why.rationale).toContain(
    'The name “purge” shows that',
  );
});

test('what a call does not do is what no flag says, and a tool that runs code is never said to spare anything', () => {
  expect(pageOf(REFUND, REFUND_VERDICT).why.doesNot).toBe(
    'Nothing in the definition says that a call deletes anything, runs code or commands of the caller, sends data to other people or changes access.',
  );
  expect(pageOf({ name: 'run' }, { effects: ['run-arbitrary'], flags: ['code'] }).why.doesNot).toContain(
    'sets no bound',
  );
});

test('misuse tells no harm twice, and of a search none that an address would do', () => {
  const misuse = (effects: Effect[], signals: Signal[] = []) =>
    pageOf({ name: 'act', description: 'Acts.' }, { effects, signals }).why.misuse;
  expect(misuse(['run-arbitrary', 'run-named'])).not.toContain('at the wrong moment');
  expect(misuse(['delete-many', 'delete-one'])).not.toContain('one call at a time');
  expect(misuse(['run-named', 'delete-one'])).toContain('one call at a time');
  expect(misuse(['fetch-any'])).not.toContain('address');
  expect(misuse(['fetch-any'], ['url'])).toContain('address');
});

test('misuse names the arguments that decide what a wrong call hits', () => {
  const properties = { owner: {}, repo_id: {}, note: {} };
  const definition = { name: 'x', inputSchema: { properties, required: ['repo_id', 'note'] } };
  expect(pageOf(definition, { effects: ['delete-one'] }).why.misuse).toContain(
    'What it hits is up to repo_id.',
  );
  expect(pageOf(definition, { effects: ['write-own'] }).why.misuse).not.toContain('What it hits');
});

test('what still passes is named in the decision, the policy and the answers', () => {
  const definition = {
    name: 'clean',
    description: 'Clean.',
    inputSchema: { type: 'object', properties: { dryRun: { type: 'boolean' } } },
  };
  const reasons = [reason({ signal: 'dry-run' }, '/inputSchema/properties/dryRun', 0, 6)];
  const page = pageOf(definition, {
    effects: ['delete-one'],
    flags: ['delete'],
    signals: ['dry-run'],
    reasons,
  });
  const passes = 'dry runs (calls that set dryRun to true)';
  expect(page.control.decision).toContain(`let a person approve each call, except ${passes}, because`);
  expect(page.control.policies[0]?.does).toContain(
    `Of clean, only ${passes} go through, at most 10 calls an hour; every other call is denied.`,
  );
  expect(answer(page, 'q-limit')).toContain(passes);
});

test('the ledger has a row for each effect, with its quotes, and the row that decides', () => {
  const page = pageOf(REFUND, { ...REFUND_VERDICT, effects: ['move-money', 'write-own'] });
  expect(
    page.why.ledger.map(({ effect, risk, decides, reasons }) => [effect, risk, decides, reasons]),
  ).toEqual([
    ['move-money', 'Critical', true, [1, 2]],
    ['write-own', 'Medium', false, []],
  ]);
  expect(page.why.ledger[0]?.quotes).toEqual([
    { where: 'name', text: 'refund' },
    { where: 'description', text: 'Refunds a payment' },
  ]);
});

test('a signal stands in the row of its parameter', () => {
  const [amount, charge] = pageOf(REFUND, REFUND_VERDICT).parameters;
  expect(amount?.signals).toEqual([{ signal: 'amount', does: 'takes an amount of money' }]);
  expect(amount?.name).toEqual([{ text: 'amount', marks: [3] }]);
  expect(charge).toMatchObject({ required: true, signals: [] });
});

test('a signal read inside the schema of a parameter belongs to that parameter', () => {
  const definition = {
    name: 'get',
    inputSchema: { type: 'object', properties: { link: { type: 'string', format: 'uri' } } },
  };
  const page = pageOf(definition, {
    signals: ['url'],
    reasons: [reason({ signal: 'url' }, '/inputSchema/properties/link/format', 0, 3)],
  });
  expect(page.parameters[0]?.signals.map(({ signal }) => signal)).toEqual(['url']);
});

test('the questions are the six of every page and the parameters, answered from verdict and advice', () => {
  const page = pageOf(REFUND, REFUND_VERDICT);
  expect(page.questions.map(({ id }) => id)).toEqual([
    'q-does',
    'q-enforce',
    'q-risk',
    'q-limit',
    'q-block',
    'q-approve',
    'q-server',
    'q-parameters',
  ]);
  expect(answer(page, 'q-risk')).toContain('a Financial tool of Critical risk, with high confidence');
  expect(answer(page, 'q-limit')).toContain('5 calls an hour');
  expect(answer(page, 'q-block')).toContain('denies every call already');
  expect(answer(page, 'q-server')).toContain('the Acme server of Acme, package @acme/mcp 1.2.3');
  expect(answer(page, 'q-parameters')).toBe(
    'create_refund takes 2 parameters: amount and charge. Required: charge.',
  );
});

test('a cap named in an answer is the cap of the policy', () => {
  const page = pageOf({ name: 'update_note', description: 'Update a note.' }, { effects: ['write-own'] });
  const [policy] = page.control.policies;
  expect(JSON.parse(policy?.text ?? '').tools.update_note.limits[0]).toMatchObject({
    max: 30,
    window: 'minute',
  });
  expect(answer(page, 'q-limit')).toContain('at 30 calls a minute');
  expect(page.control.decision).toContain('at most 30 calls a minute');
});

test('the policy for one tool says that it denies the rest, and that it cannot ask', () => {
  const [policy] = pageOf(
    { name: 'send_mail', description: 'Send a mail.' },
    { effects: ['communicate'], flags: ['outbound'] },
  ).control.policies;
  expect(policy?.does).toContain('denies every other tool of the Acme server');
  expect(policy?.doesNot).toContain('cannot ask a person');
});

test('an unrated tool is never called harmless and gets the advice of High', () => {
  const page = pageOf({ name: 'doit', description: 'Does it.' });
  expect([page.riskWord, page.category]).toEqual(['Unrated', 'Unclassified']);
  expect(page.answer).toContain('unrated; the advice is to let a person approve each call');
});

test('a listing says what it lacks, in the notes and in the answers', () => {
  const page = pageOf(
    { name: 'track_login', description: 'Notify Legiti. Wrapper that hard-codes action=' },
    { effects: ['write-own'] },
    { source: { kind: 'listing', note: 'Read on a page.' } },
  );
  expect(page.provenance).toBe('listed');
  expect(page.definition.notes).toEqual([
    'This definition was read from a printed listing: what the listing left out is not known.',
    'The description breaks off: it ends with "Wrapper that hard-codes action=".',
  ]);
  expect(answer(page, 'q-server')).toContain('has not been observed');
  expect(answer(page, 'q-parameters')).toContain('does not show');
});

test('annotations show what is stated and what the specification assumes', () => {
  const page = pageOf({ ...REFUND, annotations: { readOnlyHint: true } }, REFUND_VERDICT);
  expect(page.why.annotations.map(({ hint, stated, effective }) => [hint, stated, effective])).toEqual([
    ['readOnlyHint', true, true],
    ['destructiveHint', null, true],
    ['idempotentHint', null, false],
    ['openWorldHint', null, true],
  ]);
  expect(page.why.agreement).toContain('contradicts what the author states in readOnlyHint');
  expect(pageOf(REFUND, REFUND_VERDICT).why.agreement).toContain('states no hints');
});

test('attack patterns come from the flags, each with its because, and none is empty', () => {
  const titles = pageOf(REFUND, {
    ...REFUND_VERDICT,
    flags: ['untrusted', 'private', 'outbound', 'money'],
  }).attacks.map(({ title }) => title);
  expect(titles[0]).toBe('A whole theft in one tool');
  expect(titles).toContain('Payment to the wrong party');
  expect(pageOf({ name: 'add' }, { effects: ['compute'] }).attacks).toHaveLength(1);
  const reader = pageOf({ name: 'read' }, { effects: ['read-sensitive'], flags: ['untrusted'] });
  expect(reader.attacks[0]?.title).toBe('Instructions hidden in what it returns');
});

test('history tells the first sight, the changes and the absence of a tool', () => {
  const hash = (digit: string): string => `sha256:${digit.repeat(64)}`;
  const line = (date: string, tools: Record<string, string>) => ({ date, version: '1', tools });
  const history = [
    line('2026-01-01', { a: hash('1') }),
    line('2026-02-01', { a: hash('1') }),
    line('2026-03-01', { a: hash('2') }),
    line('2026-04-01', {}),
    line('2026-05-01', { a: hash('2') }),
  ];
  const [page] = pagesOf([{ definition: { name: 'a' } }], {}, history);
  expect(page?.history.map(({ date, change }) => [date, change])).toEqual([
    ['2026-05-01', 'The server lists the tool again.'],
    ['2026-04-01', 'The server no longer lists the tool.'],
    ['2026-03-01', 'The definition changed.'],
    ['2026-01-01', 'First observed.'],
  ]);
});

test('long tables are cut and say so', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 70 }, (_, index) => [
      `p${index}`,
      { enum: Array.from({ length: 20 }, (_value, n) => `v${n}`) },
    ]),
  );
  const page = pageOf({ name: 'wide', description: 'Wide.', inputSchema: { type: 'object', properties } });
  expect(page.parameters).toHaveLength(60);
  expect([page.parameters[0]?.enum.length, page.parameters[0]?.enumMore]).toEqual([12, 8]);
  expect(page.definition.notes).toContain('The table shows 60 of 70 parameters; the JSON shows all of them.');
});

test('related tools: weaker ones for the same object, those the text names, those with the same effect', () => {
  const pages = pagesOf([
    {
      definition: { name: 'delete_project', description: 'Use list_projects first.' },
      verdict: { effects: ['delete-many'] },
    },
    { definition: { name: 'list_projects' }, verdict: { effects: ['read-reference'] } },
    { definition: { name: 'delete_bucket' }, verdict: { effects: ['delete-many'] } },
    { definition: { name: 'rename_project' }, verdict: { effects: ['write-own'] } },
    { definition: { name: 'count_project' }, verdict: { effects: ['read-reference'] } },
  ]);
  expect(pages[0]?.related.map(({ heading, rows }) => [heading, rows.map(({ name }) => name)])).toEqual([
    ['Less powerful tools for the same object', ['count_project', 'list_projects', 'rename_project']],
    ['Tools its text names', ['list_projects']],
    ['Tools with the nearest effect on Acme', ['delete_bucket']],
  ]);
  expect(pages[0]?.counts).toEqual({ serverTools: 5, tools: 5, servers: 1 });
});

test('a policy of a large server stands on the server page and not in each of its tools', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    definition: { name: `tool_${index}` },
    verdict: { effects: ['write-own' as const] },
  }));
  expect(pagesOf(many)[0]?.control.policies.map(({ id }) => id)).toEqual(['tool']);
  expect(pagesOf(many.slice(0, 3))[0]?.control.policies.map(({ id }) => id)).toEqual(['tool', 'server']);
  expect(pagesOf(many)[0]?.control.serverPolicy.href).toBe('/servers/acme/#policy');
});
