import type { Ability, TargetId } from './target.ts';

/** vendor: the vendor's own evaluator read the files. matcher: a reader of ours did. documented: nothing did. */
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

const DOCUMENTED: Proof = { by: 'documented', engine: null, version: null, documented: [] };

/** Who proves what each target's files come to. */
export const PROOFS: Readonly<Record<TargetId, Proof>> = {
  policylayer: DOCUMENTED,
  intercept: DOCUMENTED,
  'claude-code': DOCUMENTED,
  'claude-api': DOCUMENTED,
  codex: DOCUMENTED,
  'openai-responses': DOCUMENTED,
  'openai-agents': DOCUMENTED,
  'gemini-cli': DOCUMENTED,
  vscode: DOCUMENTED,
  'copilot-cli': DOCUMENTED,
  'copilot-agent': DOCUMENTED,
  cursor: DOCUMENTED,
  'cursor-cli': DOCUMENTED,
  cline: DOCUMENTED,
  roo: DOCUMENTED,
  opencode: DOCUMENTED,
  goose: DOCUMENTED,
  zed: DOCUMENTED,
  litellm: DOCUMENTED,
  'docker-mcp-gateway': DOCUMENTED,
  agentgateway: DOCUMENTED,
  'envoy-ai-gateway': DOCUMENTED,
  kong: DOCUMENTED,
  toolhive: DOCUMENTED,
  agentcore: DOCUMENTED,
  opa: DOCUMENTED,
};

/** What stands behind one cell of the matrix of targets and abilities. */
export function provedBy(target: TargetId, ability: Ability): ProvedBy {
  const { by, documented } = PROOFS[target];
  return documented.includes(ability) ? 'documented' : by;
}
