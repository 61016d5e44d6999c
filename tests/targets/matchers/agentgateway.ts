import { parse } from '@marcbachmann/cel-js';
import type { Matcher } from './matcher.ts';
import { listAt, yamlOf } from './reading.ts';

/** Any rule that holds allows, one that fails does not; without rules everything passes. Lists are filtered alike. */
export const agentgateway: Matcher = (files, key) => {
  const rules = listAt(yamlOf(files, 'config.yaml'), 'mcp', 'policies', 'mcpAuthorization', 'rules') ?? [];
  const evaluators = rules.map((rule) => parse(rule));
  return (tool, args = {}) => {
    if (evaluators.length === 0) return 'allow';
    const context = { mcp: { tool: { name: tool, target: key, arguments: args } } };
    return evaluators.some((holds) => holds(context) === true) ? 'allow' : 'hide';
  };
};
