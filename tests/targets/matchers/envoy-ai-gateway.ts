import { RE2JS } from 're2js';
import type { Matcher } from './matcher.ts';
import { at, entriesAt, listAt, yamlOf } from './reading.ts';

const LISTS = ['include', 'includeRegex', 'exclude', 'excludeRegex'];

/** What is excluded is out, then what is included is in; patterns are RE2 and match anywhere in a name. */
export const envoyAiGateway: Matcher = (files, key) => {
  const route = yamlOf(files, 'mcproute.yaml');
  if (at(route, 'kind') !== 'MCPRoute') throw new Error('no MCPRoute');
  const backend = entriesAt(route, 'spec', 'backendRefs').find((one) => at(one, 'name') === key);
  if (backend === undefined) throw new Error(`there is no backend ${key}`);
  const selector = at(backend, 'toolSelector');
  const [include, includeRegex, exclude, excludeRegex] = LISTS.map((list) => {
    const found = listAt(selector, list) ?? [];
    if (found.length > 32) throw new Error(`${list} holds more than 32`);
    return found;
  }) as [string[], string[], string[], string[]];
  const [included, excluded] = [includeRegex, excludeRegex].map((list) =>
    list.map((one) => RE2JS.compile(one)),
  );
  return (tool) => {
    const isOn = (names: string[], patterns: RE2JS[] | undefined): boolean =>
      names.includes(tool) || (patterns ?? []).some((pattern) => pattern.matcher(tool).find());
    if (isOn(exclude, excluded)) return 'hide';
    const isOpen = include.length + includeRegex.length === 0;
    return isOpen || isOn(include, included) ? 'allow' : 'hide';
  };
};
