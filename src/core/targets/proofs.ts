import type { Ability, TargetId } from './target.ts';

/** vendor: the evaluator of the policy language's own makers decided. matcher: one of ours did. documented: nothing did. */
type ProvedBy = 'vendor' | 'matcher' | 'documented';

/** What read the files of a target back and decided calls by them, in the tests, for every server of the catalogue. */
interface Proof {
  by: ProvedBy;
  /** Package and version of the vendor's evaluator; null where none is used. */
  engine: string | null;
  version: string | null;
  /** Day of the run that is recorded, where the evaluator is too heavy for the tests; null where they run it. */
  run: string | null;
  /** What the proof does not reach, and the documentation alone says. */
  documented: readonly Ability[];
}

const MATCHER: Proof = { by: 'matcher', engine: null, version: null, run: null, documented: [] };

/** Cedar judges calls; that lists are filtered by the same policies, the gateways' documentation says. */
const CEDAR: Proof = {
  by: 'vendor',
  engine: '@cedar-policy/cedar-wasm',
  version: '4.13.0',
  run: null,
  documented: ['hide'],
};

/** Its loader and engine decided upon every file of the catalogue: `npm run bench -- vendors`, as tests/targets/vendor-runs.json tells. */
const GEMINI: Proof = {
  by: 'vendor',
  engine: '@google/gemini-cli-core',
  version: '0.61.0',
  run: '2026-11-20',
  documented: [],
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
  'gemini-cli': GEMINI,
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
