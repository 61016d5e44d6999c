import type { Matcher } from './matcher.ts';
import { textOf } from './reading.ts';
import { evaluateRego } from './rego.ts';
import { parseRego } from './rego-parser.ts';

/** A proxy asks about each request whether data.mcp.authz.allow is true; lists are not filtered. */
export const opa: Matcher = (files) => {
  const module = parseRego(textOf(files, 'mcp.rego'));
  if (module.package !== 'mcp.authz') throw new Error('the question is for another package');
  return (tool, args = {}) => {
    const parsed_body = { method: 'tools/call', params: { name: tool, arguments: args } };
    return evaluateRego(module, 'allow', { parsed_body }) === true ? 'allow' : 'deny';
  };
};
