import type { Matcher } from './matcher.ts';
import { at, entriesAt, jsonOf, listAt } from './reading.ts';

/** Without an entry the model has no server. Approval is the default, and asked for where both lists name a tool. */
export const openaiResponses: Matcher = (files, key) => {
  const entry = entriesAt(jsonOf(files, 'request.json'), 'tools').find(
    (one) => at(one, 'type') === 'mcp' && at(one, 'server_label') === key,
  );
  if (entry === undefined) return () => 'hide';
  const allowed = listAt(entry, 'allowed_tools');
  if (allowed?.length === 0) throw new Error('what an empty list means is not documented');
  const approval = at(entry, 'require_approval');
  const never = listAt(approval, 'never', 'tool_names') ?? [];
  const always = listAt(approval, 'always', 'tool_names') ?? [];
  return (tool) => {
    if (allowed?.includes(tool) === false) return 'hide';
    return never.includes(tool) && !always.includes(tool) ? 'allow' : 'ask';
  };
};
