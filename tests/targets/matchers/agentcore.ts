import { cedarOf, cedarPoliciesIn, permittedActions } from './cedar.ts';
import type { Matcher } from './matcher.ts';
import { textOf } from './reading.ts';

/** What a user writes there is the ARN of the gateway; as long as both are one, it does not matter which. */
const GATEWAY = 'arn:aws:bedrock-agentcore:REGION:ACCOUNT:gateway/GATEWAY';

/** A call is an action named TARGET___TOOL on the gateway, with the arguments as context.input. */
export const agentcore: Matcher = (files, key) => {
  const policies = cedarPoliciesIn(textOf(files, 'policy.cedar'));
  const permits = cedarOf(policies);
  const permitted = permittedActions(policies);
  return (tool, args = {}) => {
    // No request can hold such a name.
    if (!tool.isWellFormed()) return 'hide';
    const id = [key, tool].join('___');
    const isPermitted = permits({
      principal: { type: 'AgentCore::OAuthUser', id: 'agent' },
      action: { type: 'AgentCore::Action', id },
      resource: { type: 'AgentCore::Gateway', id: GATEWAY },
      context: { input: args as Record<string, string | boolean> },
    });
    if (isPermitted) return 'allow';
    return permitted.has(id) ? 'deny' : 'hide';
  };
};
