import type { Definition } from '../src/core/tool/definition.ts';

/** Tools that took part in an incident, with the parts they played where a pattern has parts. */
interface Held {
  tools: Definition[];
  /** The parts that these tools play, counted from 1; left out for a pattern of one tool. */
  plays?: number[];
  /** Why no tool is held against the parts that are left. */
  rest?: string;
}

/** What is held against the predicate of a pattern for an incident it names, or why nothing can be. */
type Evidence = Held | string;

const text = { type: 'string' };
const number = { type: 'number' };

function tool(name: string, description: string, properties: Record<string, unknown>): Definition {
  return { name, description, inputSchema: { type: 'object', properties } } as Definition;
}

// Names and parameters are those of the tools that took part; the descriptions say in our words what theirs say.
const REPOSITORY = { owner: text, repo: text };
const LIST_ISSUES = tool('list_issues', 'Lists issues of a GitHub repository.', {
  ...REPOSITORY,
  state: text,
});
const GET_ISSUE = tool('get_issue', 'Gets an issue of a GitHub repository.', {
  ...REPOSITORY,
  issue_number: number,
});
const GET_FILE = tool('get_file_contents', 'Gets the contents of a file from a GitHub repository.', {
  ...REPOSITORY,
  path: text,
});
const JIRA_ISSUE = tool('jira_get_issue', 'Gets the details of a Jira issue with its comments.', {
  issue_key: text,
});
const EXECUTE_SQL = tool('execute_sql', 'Executes raw SQL in the Postgres database of a project.', {
  project_id: text,
  query: text,
});
const RUN_SQL = tool('run_sql', 'Executes a single SQL statement against a database.', {
  projectId: text,
  sql: text,
});
const ASANA_TASKS = tool('get_tasks', 'Gets the tasks of a project of your workspace.', { project_id: text });
const POST_MESSAGE = tool('slack_post_message', 'Posts a new message to a Slack channel.', {
  channel_id: text,
  text,
});
const SEND_MESSAGE = tool('send_message', 'Sends a WhatsApp message to a person or a group.', {
  recipient: text,
  message: text,
});
const RUN_COMMAND = tool('execute_command', 'Executes a shell command on this computer.', { command: text });
const OPEN_ADDRESS = tool('search', 'Searches the web, or fetches the page at a URL that is given.', {
  query: text,
  url: { type: 'string', format: 'uri' },
});
const TRANSFER = tool('transfer_funds', 'Transfers funds from the wallet to another address.', {
  destination: text,
  assetId: text,
  amount: text,
});
const WRITE_FILE = tool(
  'write_file',
  'Creates a file or overwrites one. Only works within allowed directories.',
  { path: text, content: text },
);
const READ_MAIL = tool('get_mail_message', 'Gets the body of an email in the inbox.', { message_id: text });

const SENT_BY_EDITOR =
  'The ticket was read by a tool; secrets were collected and sent with what the editor has built in.';

/** By pattern and incident. A pattern that every tool meets needs nothing here. */
export const EVIDENCE: Readonly<Record<string, Readonly<Record<string, Evidence>>>> = {
  'fence-that-leaks': {
    'git-server-chain':
      'The fence was an option at the start of the server, and its definitions do not speak of it.',
  },
  'instructions-in-content': {
    'github-toxic-flow': { tools: [LIST_ISSUES, GET_ISSUE] },
    'living-off-ai': { tools: [JIRA_ISSUE] },
    'jira-cursor-secrets': { tools: [JIRA_ISSUE] },
    'copilot-payment-details': { tools: [READ_MAIL] },
  },
  'memory-and-settings': {
    'rules-file-backdoor': 'The file came with a repository, and no tool wrote it.',
    'openclaw-takeover': 'The skill came from a hub, and the sources name no tool that stored it.',
  },
  'payment-to-the-wrong-party': { 'base-address-swap': { tools: [TRANSFER] } },
  'planted-code': {
    'calendar-to-shell': { tools: [RUN_COMMAND] },
    'openclaw-takeover': { tools: [RUN_COMMAND] },
    'amazon-q-wiper': { tools: [RUN_COMMAND] },
  },
  'private-data-source': {
    'asana-cross-tenant': { tools: [ASANA_TASKS] },
    'github-toxic-flow': { tools: [GET_FILE] },
    'supabase-service-role': { tools: [EXECUTE_SQL] },
    'neon-remote': { tools: [RUN_SQL] },
  },
  'query-beyond-its-table': {
    'supabase-service-role': { tools: [EXECUTE_SQL] },
    'neon-remote': { tools: [RUN_SQL] },
  },
  'reading-outside-the-folder': {
    'add-tool-poisoning':
      'The key was read with what the client has built in, and that has no definition to look at.',
  },
  'rendered-links': { 'slack-unfurl': { tools: [POST_MESSAGE] } },
  'secret-with-a-way-out': { 'jira-cursor-secrets': SENT_BY_EDITOR },
  'speaking-in-your-name': { 'whatsapp-sleeper': { tools: [SEND_MESSAGE] } },
  'toxic-combination': {
    'github-toxic-flow': {
      tools: [LIST_ISSUES, GET_ISSUE, GET_FILE],
      plays: [1, 2],
      rest: 'The third was create_pull_request. Its definition does not say who reads it; the page says that such tools are not counted.',
    },
    'jira-cursor-secrets': { tools: [JIRA_ISSUE], plays: [1, 2], rest: SENT_BY_EDITOR },
    'notion-search': {
      tools: [OPEN_ADDRESS],
      plays: [1, 3],
      rest: 'Private pages were in the context already, read by the product that the agent is part of.',
    },
  },
  'way-out-for-data': {
    'notion-search': { tools: [OPEN_ADDRESS] },
    'slack-unfurl': { tools: [POST_MESSAGE] },
  },
  'write-then-run': {
    'git-server-chain': {
      tools: [WRITE_FILE],
      plays: [1],
      rest: 'The second was git_add, which ran a filter; that it does stands in no definition.',
    },
  },
};
