import { type Draft, targetOf } from './blueprint.ts';
import { ANY_KEY, wellFormed } from './keys.ts';
import { codeLiteral } from './literals.ts';
import { ASKING, addressesOf } from './plan.ts';

function listOf(names: readonly string[]): string {
  return names.length === 0
    ? '[]'
    : `[\n${names.map((name) => `        ${codeLiteral(name)},\n`).join('')}    ]`;
}

function write({ planned, only }: Draft): string {
  const never = addressesOf(planned, 'allow');
  const always = addressesOf(planned, 'ask');
  const blocked = addressesOf(planned, 'hide');
  const filter = only
    ? `blocked_tool_names=${listOf(blocked)}`
    : `allowed_tool_names=${listOf([...never, ...always])}`;
  return [
    'from agents.mcp import create_static_tool_filter',
    '',
    'TOOL_FILTER = create_static_tool_filter(',
    `    ${filter},`,
    ')',
    'REQUIRE_APPROVAL = {',
    `    "always": {"tool_names": ${listOf(always)}},`,
    `    "never": {"tool_names": ${listOf(never)}},`,
    '}',
    '',
  ].join('\n');
}

export const openaiAgents = targetOf({
  id: 'openai-agents',
  title: 'OpenAI Agents SDK (Python)',
  kind: 'api',
  language: 'python',
  fileName: 'mcp_policy.py',
  whereItLives: 'The module that makes the MCP server of your agent.',
  source: { url: 'https://github.com/openai/openai-agents-python/blob/main/docs/mcp.md', read: '2026-08-22' },
  version: 'documentation of 2026-08-22',
  degrades: [
    'An approval interrupts the run: a program that goes on without asking anybody is not bound by it.',
  ],
  naming: 'Tools go by their own name; the key of the server does not appear.',
  keys: ANY_KEY,
  abilities: ASKING,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: ({ only }) => (only ? 'allow' : 'hide'),
  write: (draft) => [{ name: 'mcp_policy.py', language: 'python', text: write(draft) }],
  setUp: [
    'Save the text as mcp_policy.py beside your agent.',
    'Give both to the server: MCPServerStdio(params=…, tool_filter=TOOL_FILTER, require_approval=REQUIRE_APPROVAL).',
    'Have a person answer the interruptions of a run before you resume it.',
  ],
  check: 'Call list_tools() of the server within a run: a tool that is filtered out must be missing.',
});
