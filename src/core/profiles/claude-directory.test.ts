import { expect, test } from 'vitest';
import { verdictOf } from '../../../tests/present/sample.ts';
import type { ActionVerdict, Verdict } from '../classify/verdict.ts';
import type { Definition } from '../tool/definition.ts';
import type { JsonObject } from '../tool/json.ts';
import { claudeDirectoryFindings } from './claude-directory.ts';

const GOOD = {
  name: 'list_refunds',
  title: 'List refunds',
  description: 'Lists the refunds of an account.',
  inputSchema: { type: 'object', properties: {} },
  annotations: { readOnlyHint: true },
};

function told(changes: JsonObject, verdict: Partial<Verdict> = { effects: ['read-reference'] }): string[] {
  const definition = { ...GOOD, ...changes } as unknown as Definition;
  return claudeDirectoryFindings(definition, verdictOf(verdict)).map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );
}

test('a tool that keeps to the criteria has no finding', () => {
  expect(told({})).toEqual([]);
  const deletes: Partial<Verdict> = { effects: ['delete-one'], flags: ['delete'] };
  expect(told({ annotations: { destructiveHint: true } }, deletes)).toEqual([]);
});

test('a name has 64 characters at most', () => {
  expect(told({ name: 'a'.repeat(64) })).toEqual([]);
  expect(told({ name: 'a'.repeat(65) })).toEqual(['error directory-name-length /name']);
});

test('a title stands beside the name or among the annotations', () => {
  expect(told({ title: ' ' })).toEqual(['error directory-title /title']);
  expect(told({ title: null, annotations: { title: 'List', readOnlyHint: true } })).toEqual([]);
});

test('a description is not empty', () => {
  expect(told({ description: ' ' })).toEqual(['error directory-description /description']);
});

test('one of the two hints is stated', () => {
  expect(told({ annotations: { idempotentHint: true } })).toEqual(['error directory-hint /annotations']);
  expect(told({ annotations: [] })).toEqual(['error directory-hint /annotations']);
});

test('the hint is the one that applies', () => {
  const reads = { destructiveHint: false };
  expect(told({ annotations: reads })).toEqual(['warning directory-hint /annotations/readOnlyHint']);
  const deletes: Partial<Verdict> = { effects: ['delete-one'], flags: ['delete'] };
  expect(told({}, deletes)).toContain('error directory-hint /annotations/readOnlyHint');
  const silent = { readOnlyHint: false };
  expect(told({ annotations: silent }, deletes)).toEqual([
    'error directory-hint /annotations/destructiveHint',
  ]);
  expect(told({ annotations: silent }, { effects: ['write-own'] })).toEqual([
    'warning directory-hint /annotations/destructiveHint',
  ]);
});

test('of an unrated tool nobody says which hint applies', () => {
  expect(told({}, {})).toEqual([]);
});

test('one tool does not send requests that read and requests that change', () => {
  const methods = (list: string[]) => ({
    inputSchema: { type: 'object', properties: { method: { type: 'string', enum: list } } },
  });
  expect(told(methods(['get', 'post']))).toEqual(['error directory-mixed /inputSchema/properties/method']);
  expect(told(methods(['GET', 'HEAD']))).toEqual([]);
  expect(told(methods(['PUT', 'POST']))).toEqual([]);
  const runs: Partial<Verdict> = { effects: ['run-arbitrary'], signals: ['command'] };
  const annotations = { destructiveHint: true };
  expect(told({ ...methods(['PUT', 'POST']), annotations }, runs)).toEqual([]);
  const free = { inputSchema: { type: 'object', properties: { http_method: { type: 'string' } } } };
  expect(told(free)).toEqual([]);
  expect(told({ ...free, annotations }, runs)).toEqual([
    'error directory-mixed /inputSchema/properties/http_method',
  ]);
});

test('nor does it list actions that read and actions that change', () => {
  const action = (value: string, category: 'Read' | 'Write', index: number): ActionVerdict => ({
    field: `/inputSchema/properties/action/enum/${index}`,
    value,
    category,
    risk: 'Medium',
    effects: [],
  });
  const annotations = { destructiveHint: true };
  const mixed = [action('list', 'Read', 0), action('create', 'Write', 1)];
  expect(told({ annotations }, { effects: ['write-own'], actions: mixed })).toEqual([
    'error directory-mixed /inputSchema/properties/action',
  ]);
  expect(told({ annotations }, { effects: ['write-own'], actions: mixed.slice(1) })).toEqual([]);
});

test('a tool for free queries links the documentation of its target', () => {
  const query: Partial<Verdict> = { effects: ['run-arbitrary'], signals: ['query'] };
  const annotations = { destructiveHint: true };
  expect(told({ annotations }, query)).toEqual(['warning directory-query /description']);
  const linked = 'Queries the Acme API, see https://docs.example.org/api.';
  expect(told({ annotations, description: linked }, query)).toEqual([]);
});

test('hidden text and signs of poisoning are told under their own codes', () => {
  const hidden = told({ description: 'Lists refunds.\u{E0041}\u{E0042}\u{E0043}' });
  expect(hidden).toHaveLength(1);
  expect(hidden[0]).toMatch(/ (?:TP-\d\d|hidden-characters) \/description$/);
});
