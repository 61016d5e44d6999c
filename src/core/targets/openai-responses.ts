import { type Draft, targetOf } from './blueprint.ts';
import { keysLike } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { jsonText } from './text.ts';

/** What an empty list of allowed tools means is not documented, so a server without any is left out. */
function write({ planned, server }: Draft): string {
  const never = addressesOf(planned, 'allow');
  const always = addressesOf(planned, 'ask');
  if (never.length + always.length === 0) return jsonText({ tools: [] });
  const require_approval = {
    ...(never.length === 0 ? {} : { never: { tool_names: never } }),
    ...(always.length === 0 ? {} : { always: { tool_names: always } }),
  };
  const entry = {
    type: 'mcp',
    server_label: server.key,
    allowed_tools: [...never, ...always],
    require_approval,
  };
  return jsonText({ tools: [entry] });
}

export const openaiResponses = targetOf({
  id: 'openai-responses',
  title: 'OpenAI Responses API',
  kind: 'api',
  language: 'json',
  fileName: 'request.json',
  whereItLives: 'The tools of a Responses request.',
  source: { url: 'https://platform.openai.com/docs/guides/tools-connectors-mcp', read: '2026-11' },
  version: 'documentation of November 2026',
  degrades: [
    'allowed_tools is a list of what may pass: a form for one tool leaves out every other tool of the server.',
    'With nothing to allow the server is left out of the request.',
  ],
  naming: 'server_label is your name for the server; tools go by their own name.',
  keys: keysLike(
    /^[A-Za-z][A-Za-z0-9_-]*$/,
    'A server_label starts with a letter and holds letters, digits, hyphens and underscores only. Name it such as my-server.',
    /[^A-Za-z0-9_-]+|^[^A-Za-z]+/,
    '-',
  ),
  abilities: ASKING,
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool) => tool,
  others: () => 'hide',
  write: (draft) => [{ name: 'request.json', language: 'json', text: write(draft) }],
  setUp: [
    'Put allowed_tools and require_approval into the entry of the server in your request, which also holds its server_url or connector_id.',
    'Answer every mcp_approval_request item with an mcp_approval_response only after a person has looked at it.',
  ],
  check: 'Look at the mcp_list_tools item of the response: it must name the allowed tools and no other.',
});
