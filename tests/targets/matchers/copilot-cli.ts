import type { Matcher } from './matcher.ts';
import { jsonOf, listAt, textOf } from './reading.ts';

/** A denial stands over what allows, a tool that is not on the list of its server is not there, the rest is asked about. */
export const copilotCli: Matcher = (files, key) => {
  const words = shellWords(textOf(files, 'copilot.sh'));
  const flags = (name: string): string[] =>
    words.filter((word) => word.startsWith(`--${name}=`)).map((word) => word.slice(name.length + 3));
  const [allowed, denied] = [flags('allow-tool'), flags('deny-tool')];
  const listed = files.some(({ name }) => name === 'mcp-config.json')
    ? listAt(jsonOf(files, 'mcp-config.json'), 'mcpServers', key, 'tools')
    : undefined;
  return (tool) => {
    if (listed?.includes(tool) === false && !listed.includes('*')) return 'hide';
    const names = (flag: string): boolean => flag === key || flag === `${key}(${tool})`;
    if (denied.some(names)) return 'deny';
    return allowed.some(names) ? 'allow' : 'ask';
  };
};

const WORD = /(?:'[^']*'|\\'|[\w./:=@-])+/y;

/** The words of one plain command. Throws on whatever a shell would read as more than that. */
function shellWords(text: string): string[] {
  const [command, ...rest] = text.replaceAll('\\\n', ' ').trim().split('\n');
  if (command === undefined || rest.length > 0) throw new Error('more than one command');
  const words: string[] = [];
  for (let from = 0; from < command.length; ) {
    WORD.lastIndex = from;
    const [word] = WORD.exec(command) ?? [];
    if (word === undefined) throw new Error(`no plain word: ${command.slice(from, from + 40)}`);
    words.push(word.replaceAll(/'([^']*)'|\\(')/g, '$1$2'));
    from += word.length;
    while (command.charAt(from) === ' ') from += 1;
  }
  if (words.shift() !== 'copilot') throw new Error('another command');
  return words;
}
