import type { Ability, TargetId } from './target.ts';

/** vendor: the evaluator of the policy language's own makers decided. matcher: one of ours did. documented: nothing did. */
type ProvedBy = 'vendor' | 'matcher' | 'documented';

/** What read the files of a target back and decided calls by them, in the tests, for every server of the catalogue. */
interface Proof {
  by: ProvedBy;
  /** Package and version of the vendor's evaluator; null where none is used. */
  engine: string | null;
  version: string | null;
  /** What the proof does not reach, and the documentation alone says. */
  documented: readonly Ability[];
}

const MATCHER: Proof = { by: 'matcher', engine: null, version: null, documented: [] };

/** Cedar judges calls; that lists are filtered by the same policies, the gateways' documentation says. */
const CEDAR: Proof = {
  by: 'vendor',
  engine: '@cedar-policy/cedar-wasm',
  version: '4.13.0',
  documented: ['hide'],
};

/** Who proves what each target's files come to. */
export const PROOFS: Readonly<Record<TargetId, Proof>> = {
  policylayer: MATCHER,
  intercept: MATCHER,
  'claude-code': MATCHER,
  'claude-api': MATCHER,
  codex: MATCHER,
  'openai-responses': MATCHER,
  'openai-agents': MATCHER,
  'gemini-cli': MATCHER,
  vscode: MATCHER,
  'copilot-cli': MATCHER,
  'copilot-agent': MATCHER,
  cursor: MATCHER,
  'cursor-cli': MATCHER,
  cline: MATCHER,
  roo: MATCHER,
  opencode: MATCHER,
  goose: MATCHER,
  zed: MATCHER,
  litellm: MATCHER,
  'docker-mcp-gateway': MATCHER,
  agentgateway: MATCHER,
  'envoy-ai-gateway': MATCHER,
  kong: MATCHER,
  toolhive: CEDAR,
  agentcore: CEDAR,
  opa: MATCHER,
};

/** What stands behind one cell of the matrix of targets and abilities. */
export function provedBy(target: TargetId, ability: Ability): ProvedBy {
  const { by, documented } = PROOFS[target];
  return documented.includes(ability) ? 'documented' : by;
}
