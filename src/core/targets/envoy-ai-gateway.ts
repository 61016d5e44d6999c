import { type Draft, targetOf } from './blueprint.ts';
import { keysLike, wellFormed } from './keys.ts';
import { re2Literal } from './literals.ts';
import { ALLOW_LIST, addressesOf } from './plan.ts';
import { yamlText } from './text.ts';

/** A selector holds this many entries. */
const MOST = 32;

/** An empty list is no list to Kubernetes, so a server with nothing to allow excludes whatever it has. */
function selectorOf({ planned, only }: Draft): Record<string, string[]> {
  const included = addressesOf(planned, 'allow');
  const excluded = addressesOf(planned, 'hide');
  if (only && included.length === 0 && excluded.length > 0)
    return excluded.length <= MOST ? { exclude: excluded } : { excludeRegex: patterns(excluded) };
  if (included.length === 0) return { excludeRegex: ['(?s).*'] };
  return included.length <= MOST ? { include: included } : { includeRegex: patterns(included) };
}

function patterns(names: readonly string[]): string[] {
  const share = Math.ceil(names.length / MOST);
  const count = Math.ceil(names.length / share);
  return Array.from({ length: count }, (_, index) => {
    const some = names.slice(index * share, (index + 1) * share).map(re2Literal);
    return `^(?:${some.join('|')})$`;
  });
}

function write(draft: Draft): string {
  const backend = { name: draft.server.key, toolSelector: selectorOf(draft) };
  return yamlText({
    apiVersion: 'aigateway.envoyproxy.io/v1beta1',
    kind: 'MCPRoute',
    metadata: { name: 'mcp' },
    spec: { backendRefs: [backend] },
  });
}

export const envoyAiGateway = targetOf({
  id: 'envoy-ai-gateway',
  title: 'Envoy AI Gateway',
  kind: 'gateway',
  language: 'yaml',
  fileName: 'mcproute.yaml',
  whereItLives: 'The MCPRoute of the server.',
  source: {
    url: 'https://github.com/envoyproxy/ai-gateway/blob/main/api/v1beta1/mcp_route.go',
    read: '2026-11',
  },
  version: 'commit c217da8a',
  degrades: [
    'It cannot ask a person: such a tool is not included.',
    `A selector holds ${MOST} entries: longer lists are written as patterns that match each name whole.`,
    'Limits exist for routes, not for single tools.',
  ],
  naming:
    'The name of the server is that of its backend; tools go by their own name, though the model sees BACKEND__TOOL.',
  keys: keysLike(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'In Kubernetes a name holds small letters, digits and hyphens, at most 63. Name it such as my-server.',
    /[^a-z0-9]+/,
    '-',
  ),
  abilities: ALLOW_LIST,
  judgesArguments: 'no',
  before: 'allow',
  addressOf: wellFormed,
  others: (draft) => ('exclude' in selectorOf(draft) ? 'allow' : 'hide'),
  write: (draft) => [{ name: 'mcproute.yaml', language: 'yaml', text: write(draft) }],
  setUp: [
    'Put the toolSelector into the entry of the backend in your MCPRoute, which also holds parentRefs.',
    'Apply it with kubectl.',
  ],
  check: 'List the tools through the gateway: a tool that is not selected must be missing.',
});
