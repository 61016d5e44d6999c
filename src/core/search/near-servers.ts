import { mostSlips, slips } from './near-words.ts';
import type { SearchRoot } from './root.ts';
import { withoutGaps, wordsOfName } from './search-words.ts';

type Server = SearchRoot['servers'][number];

/**
 * The servers whose name, or whose name as far as one of its words, is fewest slips away from what was typed, however
 * the words of both are parted; those with more tools first. None where the nearest is too far. Linear in the servers.
 */
export function nearServers(typed: string, servers: readonly Server[]): Server[] {
  const text = withoutGaps(typed);
  const most = mostSlips(text);
  const near = servers
    .map((server) => ({
      server,
      slips: Math.min(...beginnings(server).map((name) => slips(text, name, most))),
    }))
    .filter((one) => text !== '' && one.slips <= most);
  const fewest = Math.min(...near.map((one) => one.slips));
  const nearest = near.filter((one) => one.slips === fewest).map(({ server }) => server);
  return nearest.sort((a, b) => b[2] - a[2]);
}

/** `azure`, `azuredevops` for Azure DevOps: a name is often shortened at the end of a word. */
function beginnings([id, title]: Server): string[] {
  return [id, title].flatMap((name) => {
    const words = wordsOfName(name);
    return words.map((_, at) => words.slice(0, at + 1).join(''));
  });
}
