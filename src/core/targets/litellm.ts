import { type Draft, targetOf } from './blueprint.ts';
import { keysLike, wellFormed } from './keys.ts';
import { ALLOW_LIST, addressesOf } from './plan.ts';
import { table, yamlText } from './text.ts';

/** The list of allowed tools stands over the other one, and an empty one allows all: so exactly one is written. */
function write(draft: Draft): string {
  const allowed = addressesOf(draft.planned, 'allow');
  const known = draft.only
    ? []
    : draft.server.allToolNames.filter((tool) => tool !== '' && wellFormed(tool) !== null);
  const disallowed = [...new Set([...addressesOf(draft.planned, 'hide'), ...known])];
  const entry = allowed.length > 0 ? { allowed_tools: allowed } : { disallowed_tools: disallowed };
  return yamlText({ mcp_servers: table([[draft.server.key, entry]]) });
}

function allowsNone({ planned }: Draft): boolean {
  return addressesOf(planned, 'allow').length === 0;
}

export const litellm = targetOf({
  id: 'litellm',
  title: 'LiteLLM proxy',
  kind: 'gateway',
  language: 'yaml',
  fileName: 'config.yaml',
  whereItLives: 'config.yaml of the proxy.',
  source: { url: 'https://docs.litellm.ai/docs/mcp_control', read: '2026-11' },
  version: 'documentation of November 2026',
  degrades: [
    'It cannot ask a person: such a tool is not allowed.',
    'allowed_tools stands over disallowed_tools where both are set: only one of them is written.',
    'An empty allowed_tools allows every tool: with nothing to allow, the known tools are disallowed by name.',
    'Limits exist for keys and teams, not for single tools.',
  ],
  naming:
    'The name of the server is its key under mcp_servers, without hyphens; tools go by their own name, in the same case.',
  keys: keysLike(
    /^[A-Za-z0-9_]+$/,
    'In LiteLLM a hyphen ends the name of the server in the names of its tools, so it may hold letters, digits and underscores only. Name it such as my_server.',
    /[^A-Za-z0-9_]+/,
    '_',
  ),
  abilities: ALLOW_LIST,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: (draft) => (allowsNone(draft) ? 'allow' : 'hide'),
  notes: (draft) =>
    allowsNone(draft) && !draft.only
      ? [
          'Nothing is allowed. A tool that the server adds later would pass: take the server out of the file rather.',
        ]
      : [],
  write: (draft) => [{ name: 'config.yaml', language: 'yaml', text: write(draft) }],
  setUp: [
    'Put the list into the entry of the server that you have under mcp_servers.',
    'Start the proxy again.',
    'Pin the definitions of the tools (pinned_tools), so that a changed one is noticed.',
  ],
  check:
    'List the tools through the proxy with the key of an agent: a tool that is not allowed must be missing.',
});
