import type { Matcher } from './matcher.ts';
import { pythonAssignments } from './python.ts';
import { at, listAt, textOf } from './reading.ts';

/** A static filter takes what is on the one list and not on the other; without an entry no approval is asked for. */
export const openaiAgents: Matcher = (files) => {
  const { TOOL_FILTER: filter, REQUIRE_APPROVAL: approval } = pythonAssignments(
    textOf(files, 'mcp_policy.py'),
  );
  if (at(filter, 'call') !== 'create_static_tool_filter') throw new Error('no filter is made');
  const allowed = listAt(filter, 'with', 'allowed_tool_names');
  const blocked = listAt(filter, 'with', 'blocked_tool_names') ?? [];
  const always = listAt(approval, 'always', 'tool_names') ?? [];
  const never = listAt(approval, 'never', 'tool_names');
  if (never === undefined) throw new Error('nothing says what runs without approval');
  return (tool) => {
    if (allowed?.includes(tool) === false || blocked.includes(tool)) return 'hide';
    return always.includes(tool) ? 'ask' : 'allow';
  };
};
