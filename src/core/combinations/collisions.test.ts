import { expect, test } from 'vitest';
import { collisionsIn, type NamedServer, shadowingIn } from './collisions.ts';
import { mentionsOf } from './mentions.ts';

function server(id: string, tools: Record<string, string[]>): NamedServer {
  return { server: id, tools: Object.entries(tools).map(([name, mentions]) => ({ name, mentions })) };
}

test('one name on two servers is a collision, by name, and one on a single server is none', () => {
  const found = collisionsIn([
    server('b', { send: [], fetch: [] }),
    server('a', { send: [], fetch: [], list: [] }),
  ]);
  expect(found).toEqual([
    {
      kind: 'same',
      tools: [
        { server: 'b', tool: 'fetch' },
        { server: 'a', tool: 'fetch' },
      ],
    },
    {
      kind: 'same',
      tools: [
        { server: 'b', tool: 'send' },
        { server: 'a', tool: 'send' },
      ],
    },
  ]);
  expect(collisionsIn([server('a', { send: [], Send: [] })])).toEqual([]);
});

test('names that look alike on two servers collide, once for the pair', () => {
  const found = collisionsIn([server('a', { send_emai1: [] }), server('b', { send_email: [] })]);
  expect(found).toEqual([
    {
      kind: 'alike',
      tools: [
        { server: 'a', tool: 'send_emai1' },
        { server: 'b', tool: 'send_email' },
      ],
    },
  ]);
});

test('a text that names the tool of another server shadows it; one that names its own does not', () => {
  const found = shadowingIn([
    server('good', { send_message: [], list_chats: ['send_message'] }),
    server('odd', { get_fact: ['send_message', 'send_message', 'no_such_tool'] }),
    server('own', { send_message: ['send_message'] }),
  ]);
  expect(found).toEqual([
    { server: 'odd', tool: 'get_fact', names: 'send_message', owners: ['good', 'own'] },
  ]);
});

test('mentions are words spelt like names, less what the tool may call its own', () => {
  const mentions = mentionsOf({
    name: 'get_fact',
    description:
      'Before send_message, call `fetch` or listUsers with page_size; not get_fact, well-known or e.g. https://x.org/some_path.',
    inputSchema: {
      type: 'object',
      properties: {
        page_size: { type: 'integer', description: 'As in list_chats.' },
        mode: { type: 'string', enum: ['dry_run'], description: 'dry_run or not' },
      },
    },
  });
  expect(mentions).toEqual(['send_message', 'fetch', 'listUsers', 'well-known', 'list_chats']);
});

test('mentions are bounded and never throw, whatever the definition', () => {
  const description = Array.from({ length: 5000 }, (_, at) => `tool_${at}`).join(' ');
  expect(mentionsOf({ name: 'x', description }).length).toBe(200);
  expect(mentionsOf({ name: 'x', description: 7, inputSchema: [] })).toEqual([]);
});
