import { keyOf, type ToolRef } from '../../core/combinations/combination.ts';
import { shownLine } from '../../core/present/shown.ts';
import { make } from '../element.ts';
import type { Member } from './member.ts';

/** So many are named at once; the rest can be opened. */
const MOST_NAMED = 6;

/** Address of the page of a tool; null for one that was pasted. */
export type HrefOf = (tool: ToolRef) => string | null;

/** The pages of the tools of some servers. */
export function pagesOf(members: readonly Member[]): HrefOf {
  const hrefs = new Map(
    members.flatMap(({ key, tools }) =>
      (tools ?? []).map(({ name, href }) => [keyOf({ server: key, tool: name }), href] as const),
    ),
  );
  return (tool) => hrefs.get(keyOf(tool)) ?? null;
}

/** The first few tools, each with its server, and where there are more a list of all that can be opened. */
export function toolNames(tools: readonly ToolRef[], hrefOf: HrefOf): (Node | string)[] {
  const named = tools
    .slice(0, MOST_NAMED)
    .flatMap((tool, index) => [
      ...(index === 0 ? [] : [', ']),
      nameOf(tool, hrefOf),
      ` of ${shownLine(tool.server)}`,
    ]);
  if (tools.length <= MOST_NAMED) return named;
  const all = make('details', '', make('summary', '', `All ${tools.length}, by server`));
  all.append(byServer(tools, hrefOf));
  return [...named, ` and ${tools.length - MOST_NAMED} more`, all];
}

/** All of some tools under the names of their servers; both in the order in which they come. */
export function byServer(tools: readonly ToolRef[], hrefOf: HrefOf): HTMLUListElement {
  const groups = Map.groupBy(tools, ({ server }) => server);
  return make(
    'ul',
    'by-server',
    ...[...groups].map(([server, its]) =>
      make(
        'li',
        '',
        make('b', '', shownLine(server)),
        ': ',
        ...its.flatMap((tool) => [nameOf(tool, hrefOf), ' ']),
      ),
    ),
  );
}

function nameOf(tool: ToolRef, hrefOf: HrefOf): HTMLElement {
  const name = make('code', '', shownLine(tool.tool));
  const href = hrefOf(tool);
  if (href === null) return name;
  const link = make('a', '', name);
  link.href = href;
  return link;
}
