import type { Collision, Shadowing } from '../../core/combinations/collisions.ts';
import { shownLine } from '../../core/present/shown.ts';
import { element, make } from '../element.ts';
import type { Stack } from './stack.ts';
import { unknownNote } from './unknown-note.ts';

const MOST = 40;

/** Tools that can be taken for each other, and texts that speak of tools of other servers. */
export function attachNames(stack: Stack): void {
  const place = element('names', HTMLElement);
  stack.show(() => {
    const { collisions, shadowings, unknown, servers } = stack.surface;
    const [two, other] = unknown.length === 0 ? ['two', 'another'] : ['two known', 'another known'];
    if (servers - unknown.length < 2) {
      const few = 'There are no two known servers whose tools could be compared by name.';
      place.replaceChildren(...notCompared(unknown), make('p', '', few));
      return;
    }
    place.replaceChildren(
      ...notCompared(unknown),
      make('h3', '', 'The same name twice'),
      collisions.length === 0
        ? make('p', '', `No ${two} servers give a tool the same name, or one that looks like it.`)
        : listed(collisions.map(collisionLine)),
      make('h3', '', 'Texts that name the tool of another server'),
      shadowings.length === 0
        ? make('p', '', `No description names a tool that only ${other} server has.`)
        : listed(shadowings.map(shadowingLine)),
    );
  });
}

function notCompared(unknown: readonly string[]): HTMLElement[] {
  const meaning = 'The names of the tools there are unknown, and may be the same as others.';
  return unknownNote(unknown, 'Not compared', meaning);
}

function listed(lines: readonly HTMLLIElement[]): HTMLElement {
  const list = make('ul', '', ...lines.slice(0, MOST));
  if (lines.length > MOST) list.append(make('li', '', `and ${lines.length - MOST} more`));
  return list;
}

function collisionLine({ kind, tools }: Collision): HTMLLIElement {
  const [first] = tools;
  if (kind === 'same' && first !== undefined)
    return make(
      'li',
      '',
      make('code', '', shownLine(first.tool)),
      ` on ${tools.map(({ server }) => shownLine(server)).join(', ')}: a rule or a person may mean either.`,
    );
  const each = tools.flatMap(({ server, tool }, index) => [
    ...(index === 0 ? [] : [' and ']),
    make('code', '', shownLine(tool)),
    ` of ${shownLine(server)}`,
  ]);
  return make('li', '', ...each, ' can be taken for each other.');
}

function shadowingLine({ server, tool, names, owners }: Shadowing): HTMLLIElement {
  return make(
    'li',
    '',
    make('code', '', shownLine(tool)),
    ` of ${shownLine(server)} speaks of `,
    make('code', '', shownLine(names)),
    `, a tool of ${owners.map((owner) => shownLine(owner)).join(', ')}: read what it wants of it before you connect both.`,
  );
}
