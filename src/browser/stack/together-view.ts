import type { Change } from '../../core/combinations/change.ts';
import type { Combination } from '../../core/combinations/combination.ts';
import type { Standing } from '../../core/combinations/standing.ts';
import { shownLine } from '../../core/present/shown.ts';
import { element, make } from '../element.ts';
import type { Stack } from './stack.ts';
import { byServer, type HrefOf, pagesOf, toolNames } from './tool-names.ts';

const STANDINGS: Record<Standing, string> = {
  open: 'Open under the recommended policy: calls of every part pass without a person.',
  asked: 'Under the recommended policy a person has to approve a call before it comes together.',
  closed: 'Closed by the recommended policy: no call of at least one part passes.',
};

/** What the tools of all servers can do together, and the fewest to take away so that they cannot. */
export function attachTogether(stack: Stack): void {
  const place = element('together', HTMLElement);
  stack.show(() => {
    const { combinations, change, tools, unknown } = stack.surface;
    if (combinations.length === 0) {
      const caveat = unknown.length === 0 ? '' : ' Servers that are unknown may complete one.';
      place.replaceChildren(
        make(
          'p',
          '',
          tools === 0
            ? 'No tool is known yet.'
            : `As far as their definitions tell, the known tools form none.${caveat}`,
        ),
      );
      return;
    }
    const hrefOf = pagesOf(stack.members);
    place.replaceChildren(
      ...combinations.map(({ combination, standing }) => combinationPart(combination, standing, hrefOf)),
      ...(change === null ? [] : [changePart(change, combinations.length, hrefOf)]),
    );
  });
}

function combinationPart(
  { title, harm, legs, within }: Combination,
  standing: Standing,
  hrefOf: HrefOf,
): HTMLElement {
  const where =
    within.length === 0
      ? 'No server forms it alone: it comes from having them together.'
      : `${names(within)} ${within.length === 1 ? 'forms' : 'each form'} it alone.`;
  const part = make(
    'article',
    'combination',
    make('h3', '', title),
    make('p', '', harm),
    make('p', 'standing', STANDINGS[standing]),
    make('p', '', where),
    make(
      'ul',
      '',
      ...legs.map(({ does, tools }) =>
        make('li', '', make('b', '', `${does}: `), ...toolNames(tools, hrefOf)),
      ),
    ),
  );
  part.dataset['standing'] = standing;
  return part;
}

function changePart({ tools, because }: Change, combinations: number, hrefOf: HrefOf): HTMLElement {
  const what =
    combinations === 1 ? 'breaks it' : `breaks ${combinations === 2 ? 'both' : `all ${combinations}`}`;
  return make(
    'article',
    'combination change',
    make('h3', '', 'The smallest change'),
    make(
      'p',
      '',
      `As far as the definitions tell, taking away ${tools.length === 1 ? '1 tool' : `${tools.length} tools`} ${what}. ${because}`,
    ),
    byServer(tools, hrefOf),
  );
}

function names(servers: readonly string[]): string {
  return servers.map((server) => shownLine(server)).join(', ');
}
