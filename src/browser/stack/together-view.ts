import type { Change } from '../../core/combinations/change.ts';
import type { Combination, ToolRef } from '../../core/combinations/combination.ts';
import { LEGS } from '../../core/combinations/legs.ts';
import type { Standing } from '../../core/combinations/standing.ts';
import { shownLine } from '../../core/present/shown.ts';
import { element, make } from '../element.ts';
import type { Stack } from './stack.ts';

const MOST_NAMED = 6;

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
        make('p', '', tools === 0 ? 'No tool is known yet.' : `The known tools form none.${caveat}`),
      );
      return;
    }
    place.replaceChildren(
      ...combinations.map(({ combination, standing }) => combinationPart(combination, standing)),
      ...(change === null ? [] : [changePart(change, combinations.length)]),
    );
  });
}

function combinationPart({ title, harm, legs, within }: Combination, standing: Standing): HTMLElement {
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
      ...legs.map(({ leg, tools }) => {
        const many =
          tools.length === 1 ? `1 tool ${LEGS[leg].one}` : `${tools.length} tools ${LEGS[leg].many}`;
        return make('li', '', make('b', '', `${many}: `), ...toolNames(tools));
      }),
    ),
  );
  part.dataset['standing'] = standing;
  return part;
}

function changePart({ tools, because }: Change, combinations: number): HTMLElement {
  const what = combinations === 1 ? 'breaks it' : `breaks all ${combinations}`;
  return make(
    'article',
    'combination change',
    make('h3', '', 'The smallest change'),
    make(
      'p',
      '',
      `Taking away ${tools.length === 1 ? 'one tool' : `${tools.length} tools`} ${what}. ${because}`,
    ),
    make('p', '', ...toolNames(tools, 40)),
  );
}

function toolNames(tools: readonly ToolRef[], most = MOST_NAMED): (Node | string)[] {
  const named = tools
    .slice(0, most)
    .flatMap(({ server, tool }, index) => [
      ...(index === 0 ? [] : [', ']),
      make('code', '', shownLine(tool)),
      ` of ${shownLine(server)}`,
    ]);
  return tools.length > most ? [...named, ` and ${tools.length - most} more`] : named;
}

function names(servers: readonly string[]): string {
  return servers.map((server) => shownLine(server)).join(', ');
}
