import { type Draft, targetOf } from './blueprint.ts';
import { keysLike, wellFormed } from './keys.ts';
import { ASKING, addressesOf } from './plan.ts';
import { hasArgumentRules } from './record.ts';
import type { RenderedFile } from './target.ts';
import { jsonText, table, yamlText } from './text.ts';

/** The setting can withhold "always allow" and never press it; an agent sees the tools that it lists. */
function write({ planned, only }: Draft): RenderedFile[] {
  const isFree = ({ record }: Draft['planned'][number]): boolean =>
    record.decision === 'allow' && !hasArgumentRules(record);
  const free = addressesOf(planned.filter(isFree), 'ask');
  const bound = addressesOf(
    planned.filter((one) => !isFree(one)),
    'ask',
    'hide',
  );
  const eligible = table([
    ...free.map((name) => [name, true] as const),
    ...bound.map((name) => [name, false] as const),
  ]);
  const settings = jsonText({ 'chat.tools.eligibleForAutoApproval': eligible });
  const head = yamlText({
    description: 'Sees only the tools that its policy lets pass.',
    tools: addressesOf(planned, 'ask'),
  });
  return [
    { name: 'settings.json', language: 'json', text: settings },
    ...(only
      ? []
      : [{ name: 'toolwarden.agent.md', language: 'markdown', text: `---\n${head}---\n` } as const]),
  ];
}

export const vscode = targetOf({
  id: 'vscode',
  title: 'VS Code (Copilot Chat)',
  kind: 'client',
  language: 'json',
  fileName: 'settings.json',
  whereItLives: 'The settings of the user or the workspace; agents live in .github/agents/ of the workspace.',
  places: new Map([
    [
      'settings.json',
      {
        path: 'the settings of the user or the workspace',
        holds: 'which tools a person may let run unasked',
        needed: true,
      },
    ],
    [
      'toolwarden.agent.md',
      { path: '.github/agents/toolwarden.agent.md', holds: 'which tools the agent sees', needed: true },
    ],
  ]),
  source: { url: 'https://code.visualstudio.com/docs/copilot/agents/agent-tools', read: '2026-11' },
  version: 'documentation of November 2026',
  degrades: [
    'No file lets a tool run unasked: a person presses "always allow" in the dialog, where the setting permits it.',
    'No file denies a tool: an agent that does not list it cannot see it, and only while that agent is used.',
    'mcp.json has no key for single tools, and servers with sandboxEnabled have their questions answered for them.',
    'That the name in the setting is KEY/TOOL was seen in configurations, not in the documentation: compare it with the picker of tools.',
  ],
  naming: 'KEY/TOOL, KEY being the name of the server in mcp.json.',
  keys: keysLike(
    /^[^/*\p{C}\s]+$/u,
    'In VS Code a slash ends the name of the server, and a star stands for every tool. Name it such as my-server.',
    /[^a-z0-9-]+/,
    '-',
  ),
  abilities: {
    ...ASKING,
    allow: 'ask',
    advisory:
      'The list of tools holds for the agent in toolwarden.agent.md alone: whoever uses another agent is asked, not stopped.',
  },
  onlyAbilities: {
    deny: 'ask',
    hide: 'ask',
    advisory: 'To take one tool away, untick it in the picker of tools: no setting does.',
  },
  judgesArguments: 'no',
  before: 'ask',
  addressOf: (tool, key) => (tool === '*' || wellFormed(tool) === null ? null : `${key}/${tool}`),
  others: ({ only }) => (only ? 'ask' : 'hide'),
  write,
  setUp: [
    'Add the entries of the setting to your settings.json.',
    'Save the agent, where there is one, as .github/agents/toolwarden.agent.md and pick it in the chat.',
    'Run "Chat: Manage Tool Approval" and take back approvals given before.',
  ],
  check:
    'Open the picker of tools in the chat: with the agent picked, only its tools are ticked. Have it call a tool that asks: "always allow" must not be offered.',
});
