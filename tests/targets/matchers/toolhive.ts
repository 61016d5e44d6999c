import { cedarOf } from './cedar.ts';
import type { Matcher } from './matcher.ts';
import { at, jsonOf, listAt } from './reading.ts';

/** A call is the action call_tool on the tool, by its own name; what is not permitted is filtered from lists too. */
export const toolhive: Matcher = (files) => {
  const config = jsonOf(files, 'authz.json');
  if (at(config, 'version') !== '1.0' || at(config, 'type') !== 'cedarv1') throw new Error('not cedarv1');
  if (at(config, 'cedar', 'entities_json') !== '[]') throw new Error('entities are given');
  const permits = cedarOf(listAt(config, 'cedar', 'policies') ?? []);
  return (tool, args = {}) => {
    // No request can hold such a name.
    if (!tool.isWellFormed()) return 'hide';
    const context = Object.fromEntries(
      Object.entries(args).map(([name, value]) => [`arg_${name}`, String(value)]),
    );
    const isPermitted = permits({
      principal: { type: 'Client', id: 'agent' },
      action: { type: 'Action', id: 'call_tool' },
      resource: { type: 'Tool', id: tool },
      context,
    });
    return isPermitted ? 'allow' : 'hide';
  };
};
