import { shownLine } from '../../core/present/shown.ts';
import type { SummarisedTool } from '../../core/present/stack/summary.ts';
import { heightOf, type Risk, riskWord } from '../../core/taxonomy.ts';
import { button, element, make } from '../element.ts';
import { load } from './filling.ts';
import type { Member } from './member.ts';
import type { Stack } from './stack.ts';
import { tell } from './start.ts';
import { unknownPart } from './unknown-view.ts';

/** The list of servers. A line is made anew only when what it says changed, so that what is typed into one stays. */
export function attachMembers(stack: Stack): void {
  const list = element('members', HTMLUListElement);
  const made = new Map<Member, { state: string; item: HTMLLIElement }>();
  stack.show(({ members }) => {
    for (const member of made.keys()) if (!members.includes(member)) made.delete(member);
    const items = members.map((member) => {
      const known = made.get(member);
      if (known?.state === stateOf(member)) return known.item;
      const item = itemFor(stack, member);
      made.set(member, { state: stateOf(member), item });
      return item;
    });
    const isSame =
      items.length === list.children.length && items.every((item, at) => list.children[at] === item);
    if (!isSame) list.replaceChildren(...items);
    element('clear', HTMLButtonElement).hidden = members.length === 0;
  });
}

function stateOf({ state, id, tools }: Member): string {
  return `${state} ${id} ${tools?.length}`;
}

function itemFor(stack: Stack, member: Member): HTMLLIElement {
  const name = shownLine(member.key);
  const remove = button('Remove', () => {
    stack.remove(member);
    tell(`Removed ${name}.`);
    element('members-heading', HTMLElement).focus();
  });
  remove.ariaLabel = `Remove ${name}`;
  const item = make(
    'li',
    'member',
    make('b', 'name', name),
    ' ',
    make('span', 'what', shownLine(member.what)),
    stateLine(stack, member),
    remove,
  );
  item.dataset['state'] = member.state;
  if (member.state === 'unknown') item.append(unknownPart(stack, member));
  return item;
}

function stateLine(stack: Stack, member: Member): HTMLElement {
  const { state } = member;
  if (state === 'loading') return make('p', 'state-line', 'Being loaded…');
  if (state === 'off')
    return make('p', 'state-line', 'Switched off in the configuration: it does not run and is not counted.');
  if (state === 'unknown')
    return make(
      'p',
      'state-line',
      make('strong', '', 'Unknown.'),
      ' The catalogue does not have it, so nothing below counts what it can do. Unknown is not harmless.',
    );
  if (state === 'failed') {
    const again = button('Try again', () => {
      member.state = 'loading';
      stack.changed();
      void load(stack, member);
    });
    return make('p', 'state-line', make('strong', '', 'Not loaded.'), ' Its tools are not counted. ', again);
  }
  return knownLine(member);
}

function knownLine({ id, tools, asked, seen, toolLists }: Member): HTMLElement {
  const count = tools?.length ?? 0;
  const line = make('p', 'state-line', ...(count === 0 ? ['Its list holds no tool'] : levelOf(tools ?? [])));
  if (id === null) line.append('. Classified in this page.');
  else {
    const link = make('a', '', id);
    link.href = `/servers/${id}/`;
    line.append('. Catalogued as ', link, seen === null ? '.' : `, version ${seen}.`);
    if (asked !== null && seen !== null && asked !== seen)
      line.append(` The configuration asks for ${asked}: its tools may be others.`);
  }
  if (toolLists.length > 0)
    line.append(
      ` Its configuration chooses tools by ${toolLists.join(' and ')}: that is not applied here, and all of its tools are counted.`,
    );
  return line;
}

function levelOf(tools: readonly SummarisedTool[]): (Node | string)[] {
  const top = tools.reduce<Risk | null>(
    (highest, { risk }) => (heightOf(risk) > heightOf(highest) ? risk : highest),
    null,
  );
  const level = make('span', 'risk', riskWord(top));
  level.dataset['risk'] = riskWord(top);
  return [`${tools.length} ${tools.length === 1 ? 'tool' : 'tools'}, highest level `, level];
}
