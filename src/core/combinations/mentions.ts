import type { Definition } from '../tool/definition.ts';
import { type Parameter, readParameters } from '../tool/parameters.ts';

/** Words that are spelt like the name of a tool: `list_users`, `listUsers`, "list-users", or anything in backticks. */
const NAME =
  /`([A-Za-z][\w.-]{1,60})`|(?<![\w/.-])([A-Za-z][A-Za-z0-9]{0,30}(?:[_-]{1,2}[A-Za-z0-9]{1,30}){1,6}|[a-z]{2,20}(?:[A-Z][a-z0-9]{1,20}){1,5})(?![\w/-])/g;

/** Longer texts and lists are cut: they are written by strangers. */
const LONGEST = 100_000;
const MOST = 200;

/**
 * What the description of a tool and of its parameters mentions that is spelt like the name of a tool, without its
 * own name and those of its parameters and their values. Which of them are tools is for the servers beside it to say.
 */
export function mentionsOf(
  definition: Definition,
  parameters: readonly Parameter[] = readParameters(definition),
): string[] {
  const own = new Set<unknown>([definition.name]);
  for (const parameter of parameters) for (const name of [parameter.name, ...parameter.enum]) own.add(name);
  const texts = [definition['description'], ...parameters.map(({ description }) => description)];
  const found = new Set<string>();
  for (const text of texts) {
    if (typeof text !== 'string') continue;
    for (const [, quoted, bare] of text.slice(0, LONGEST).matchAll(NAME)) {
      const name = quoted ?? bare ?? '';
      if (!own.has(name) && found.size < MOST) found.add(name);
    }
  }
  return [...found];
}
