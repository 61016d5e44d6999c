import { agentcore } from './agentcore.ts';
import { agentgateway } from './agentgateway.ts';
import { claudeApi } from './claude-api.ts';
import { claudeCode } from './claude-code.ts';
import { cline } from './cline.ts';
import { codex } from './codex.ts';
import { copilotAgent } from './copilot-agent.ts';
import { copilotCli } from './copilot-cli.ts';
import { cursor } from './cursor.ts';
import { cursorCli } from './cursor-cli.ts';
import { dockerMcpGateway } from './docker-mcp-gateway.ts';
import { envoyAiGateway } from './envoy-ai-gateway.ts';
import { geminiCli } from './gemini-cli.ts';
import { goose } from './goose.ts';
import { intercept } from './intercept.ts';
import { kong } from './kong.ts';
import { litellm } from './litellm.ts';
import { opa } from './opa.ts';
import { openaiAgents } from './openai-agents.ts';
import { openaiResponses } from './openai-responses.ts';
import { opencode } from './opencode.ts';
import { policylayer } from './policylayer.ts';
import type { PolicyRecord } from './record.ts';
import { roo } from './roo.ts';
import type { Rendering, ServerTools, Target } from './target.ts';
import { toolhive } from './toolhive.ts';
import { vscode } from './vscode.ts';
import { zed } from './zed.ts';

/** Every target, in the order in which pages and commands list them. */
export const TARGETS: readonly Target[] = [
  policylayer,
  intercept,
  claudeCode,
  claudeApi,
  codex,
  openaiResponses,
  openaiAgents,
  geminiCli,
  vscode,
  copilotCli,
  copilotAgent,
  cursor,
  cursorCli,
  cline,
  roo,
  opencode,
  goose,
  zed,
  litellm,
  dockerMcpGateway,
  agentgateway,
  envoyAiGateway,
  kong,
  toolhive,
  agentcore,
  opa,
];

/** Every target's rendering of some records, in the order of {@link TARGETS}, each with the nearest key it can write. */
export function renderAll(server: ServerTools, records: readonly PolicyRecord[], only: boolean): Rendering[] {
  return TARGETS.map((target) =>
    target.render({ ...server, key: target.keyFor(server.key) }, records, { only }),
  );
}
