import { expect, test } from 'vitest';
import { nearNameFindings, nearNamesOf } from './near-names.ts';

/** Each name with its servers: `read_file@a,b`. */
function near(...names: string[]): Record<string, string> {
  const owners = new Map(
    names.map((text): [string, string[]] => {
      const [name = '', servers = ''] = text.split('@');
      return [name, servers.split(',')];
    }),
  );
  return Object.fromEntries(nearNamesOf(owners));
}

test('letter case and separators alone tell two names of one server apart', () => {
  expect(near('read_file@a', 'readFile@a')).toEqual({ read_file: 'readFile', readFile: 'read_file' });
  expect(near('read_file@a', 'readFile@b')).toEqual({});
});

test('letters and digits that look alike are taken for each other on any server', () => {
  expect(near('read_file@a', 'r\u0435ad_file@b')).toEqual({ 'r\u0435ad_file': 'read_file' });
  expect(near('read_file@a', 'read_fi1e@b')).toEqual({ read_fi1e: 'read_file' });
});

test('a slip in a word that no other name has points at the word that others have', () => {
  const known = ['send_email@a', 'list_email@a', 'evaluate_page@a', 'evaluate@a'];
  expect(near(...known, 'send_emial@b', 'evalute_page@b')).toEqual({
    send_emial: 'send_email',
    evalute_page: 'evaluate_page',
  });
});

test('of several the first one given is named, whatever makes it look alike', () => {
  expect(near('read_fi1e@b', 'readFile@a', 'read_file@a')).toEqual({
    read_fi1e: 'readFile',
    readFile: 'read_file',
    read_file: 'readFile',
  });
});

test('many spellings on many servers, and a word without end, are read in one go', () => {
  const spelt = Array.from({ length: 4096 }, (_, number) =>
    Array.from('readallfiles', (letter, bit) => ((number >> bit) & 1 ? letter.toUpperCase() : letter)).join(
      '',
    ),
  );
  expect(near(...spelt.map((name, index) => `${name}@s${index}`))).toEqual({});
  expect(near(...spelt.map((name) => `${name}@s`))).toMatchObject({ readallfiles: 'Readallfiles' });
  expect(near(`${'a'.repeat(100_000)}@a`, 'list_files@b', 'read_files@b')).toEqual({});
});

test('other words, numbers and endings are ordinary', () => {
  expect(near('list_user@a', 'list_users@a', 'list_nodes@a', 'list_notes@b', 'get_v1@a', 'get_v2@a')).toEqual(
    {},
  );
  expect(near('get_status@a', 'get_stats@a', 'list_status@a', 'list_stats@b')).toEqual({});
});

test('the finding names the other tool and its servers', () => {
  const owners = new Map([
    ['send_emial', ['b']],
    ['send_email', ['a']],
    ['get_email', ['a']],
  ]);
  const [finding] = nearNameFindings('send_emial', nearNamesOf(owners), owners);
  expect([finding?.code, finding?.severity]).toEqual(['near-identical-name', 'warning']);
  expect(finding?.message).toContain('"send_email" (a)');
  expect(nearNameFindings('send_email', nearNamesOf(owners), owners)).toEqual([]);
});
