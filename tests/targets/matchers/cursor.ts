import type { Matcher } from './matcher.ts';
import { globs, jsonOf, listAt } from './reading.ts';

/** What the list names runs without asking, stars standing for anything; whatever it does not name is asked about. */
export const cursor: Matcher = (files, key) => {
  const listed = listAt(jsonOf(files, 'permissions.json'), 'mcpAllowlist') ?? [];
  return (tool) => (listed.some((pattern) => globs(pattern, `${key}:${tool}`)) ? 'allow' : 'ask');
};
