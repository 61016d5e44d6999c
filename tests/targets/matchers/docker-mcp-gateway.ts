import type { Matcher } from './matcher.ts';
import { listAt, yamlOf } from './reading.ts';

/** A server that has a list offers what is on it; one without a list offers everything. */
export const dockerMcpGateway: Matcher = (files, key) => {
  const enabled = listAt(yamlOf(files, 'tools.yaml'), key);
  return (tool) => (enabled === undefined || enabled.includes(tool) ? 'allow' : 'hide');
};
