import { expect, test } from 'vitest';
import { pageOf, reason } from '../../../tests/present/sample.ts';
import type { Verdict } from '../classify/verdict.ts';
import type { Definition } from '../tool/definition.ts';

function rationale(definition: Definition, verdict: Partial<Verdict> = {}): string {
  return pageOf(definition, verdict).why.rationale;
}
const string = { type: 'string' };

test('evidence of a parameter names the tool it belongs to', () => {
  const definition = { name: 'go', inputSchema: { type: 'object', properties: { url: string } } };
  const reasons = [
    reason({ effect: 'fetch-any' }, '/inputSchema/properties/url', 0, 3),
    reason({ signal: 'url' }, '/inputSchema/properties/url', 0, 3),
  ];
  expect(rationale(definition, { effects: ['fetch-any'], signals: ['url'], reasons })).toBe(
    'The parameter url of “go” shows that a call fetches web content that the caller chooses: Medium risk. Of its parameters, url takes a URL.',
  );
});

test('a heading of one word and a title that repeats the name give way to what tells more', () => {
  const definition = { name: 'get_rows', title: 'Get rows', description: 'Returns: rows' };
  const reasons = ['/name', '/title', '/description'].map((field) =>
    reason({ effect: 'read-reference' }, field, 0, 3),
  );
  expect(rationale(definition, { effects: ['read-reference'], reasons })).toBe(
    'The name “get_rows” shows that a call reads public, reference or ordinary metadata: Low risk.',
  );
});

test('a fact that selects the level is quoted with it', () => {
  const definition = { name: 'issue', description: 'Issues a token. It expires in 1 hour.' };
  const reasons = [
    reason({ effect: 'mint-credential' }, '/name', 0, 5),
    reason({ fact: 'short-lived' }, '/description', 19, 26),
  ];
  expect(rationale(definition, { effects: ['mint-credential'], facts: ['short-lived'], reasons })).toBe(
    'The name “issue” and the description (“expires in 1 hour”) show that a call creates a short-lived credential: High risk.',
  );
});

test('the effect that sets the category is named where another one sets the level', () => {
  const verdict: Partial<Verdict> = {
    effects: ['run-named', 'reveal-secret'],
    facts: ['working-credential'],
  };
  expect(rationale({ name: 'a' }, verdict)).toContain(
    'Critical risk. The category is Execute, because a call also runs, stops or scales a named job or service.',
  );
});

test('an unrated tool is told which words told nothing', () => {
  expect(rationale({ name: 'frob', description: '[Beta] Frobs the widget. Twice.' })).toBe(
    'The name “frob” and the description (“Frobs the widget”) name no act that a rule knows, so the tool is unrated rather than called harmless.',
  );
  expect(rationale({ name: 'frob' })).toContain('The name “frob”, all there is to go by, names no act');
});

test('parameters that matter by what they hold are named, else those that a call must give, the rest counted', () => {
  const properties = { a: string, b: string, c: string, d: string, e: string };
  const definition = { name: 'x', inputSchema: { type: 'object', properties, required: ['e'] } };
  expect(rationale(definition)).toContain('It takes e and 4 optional parameters.');
  const free = { name: 'x', inputSchema: { type: 'object', properties } };
  expect(rationale(free)).toContain('It takes a, b, c and 2 more parameters.');
  const reader = { effects: ['read-reference' as const], signals: ['recipient' as const] };
  const to = [reason({ signal: 'recipient' }, '/inputSchema/properties/a', 0, 1)];
  expect(rationale(free, { ...reader, reasons: to })).not.toContain('recipient');
  const paths = ['a', 'b'].map((name) => reason({ signal: 'path' }, `/inputSchema/properties/${name}`, 0, 1));
  expect(rationale(definition, { signals: ['path'], reasons: paths })).toContain(
    'Of its parameters, a and b take a file system path.',
  );
  expect(rationale({ name: 'x', inputSchema: { type: 'object' } })).toContain(
    'Its schema names no parameters.',
  );
});

test('values of one parameter are one place, and what a single object wraps is named', () => {
  const properties = { mode: { enum: ['drop', 'clear'] }, id: string };
  const params = { type: 'object', properties };
  const definition = { name: 'act', inputSchema: { type: 'object', properties: { params } } };
  const at = '/inputSchema/properties/params/properties/mode/enum';
  const reasons = [0, 1].map((index) => reason({ effect: 'delete-one' }, `${at}/${index}`, 0, 4));
  expect(rationale(definition, { effects: ['delete-one'], reasons })).toBe(
    'Values of parameter params.mode of “act” (“drop” and “clear”) show that a call deletes or ends one object: High risk. It takes mode and id.',
  );
});
