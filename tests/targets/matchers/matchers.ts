import type { TargetId } from '../../../src/core/targets/target.ts';
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
import type { Matcher } from './matcher.ts';
import { opa } from './opa.ts';
import { openaiAgents } from './openai-agents.ts';
import { openaiResponses } from './openai-responses.ts';
import { opencode } from './opencode.ts';
import { policylayer } from './policylayer.ts';
import { roo } from './roo.ts';
import { toolhive } from './toolhive.ts';
import { vscode } from './vscode.ts';
import { zed } from './zed.ts';

/** The matcher of each target. */
export const MATCHERS: Readonly<Record<TargetId, Matcher>> = {
  policylayer,
  intercept,
  'claude-code': claudeCode,
  'claude-api': claudeApi,
  codex,
  'openai-responses': openaiResponses,
  'openai-agents': openaiAgents,
  'gemini-cli': geminiCli,
  vscode,
  'copilot-cli': copilotCli,
  'copilot-agent': copilotAgent,
  cursor,
  'cursor-cli': cursorCli,
  cline,
  roo,
  opencode,
  goose,
  zed,
  litellm,
  'docker-mcp-gateway': dockerMcpGateway,
  agentgateway,
  'envoy-ai-gateway': envoyAiGateway,
  kong,
  toolhive,
  agentcore,
  opa,
};
