import '../without-eval.ts';
import { readChosen, writeChosen } from '../chosen-servers.ts';
import { element } from '../element.ts';
import { lookupRows } from '../summaries.ts';
import { addPicked } from './filling.ts';
import { attachMembers } from './members-view.ts';
import { attachNames } from './names-view.ts';
import { attachPolicy } from './policy-view.ts';
import { Stack } from './stack.ts';
import { attachStart, tell } from './start.ts';
import { attachSurface } from './surface-view.ts';
import { attachTogether } from './together-view.ts';

/** The stack of /stack/: what is pasted here is held in memory alone, and only servers of the catalogue go into the address. */
const stack = new Stack();
// Before anything writes the address.
const named = readChosen(location.hash);
attachStart(stack);
attachMembers(stack);
attachSurface(stack);
attachTogether(stack);
attachNames(stack);
attachPolicy(stack);

stack.show(({ members }) => {
  const isEmpty = members.length === 0;
  for (const section of document.querySelectorAll<HTMLElement>('[data-when="filled"]'))
    section.hidden = isEmpty;
  element('empty', HTMLElement).hidden = !isEmpty;
  const ids = members.flatMap(({ id, picked }) => (picked && id !== null ? [id] : []));
  const fragment = writeChosen(ids);
  if (fragment !== location.hash) history.replaceState(null, '', location.pathname + fragment);
});

/** Adds what the address names; servers that the catalogue does not have are told. */
async function follow(ids: readonly string[]): Promise<void> {
  for (const member of stack.members)
    if (member.picked && !ids.includes(member.id ?? '')) stack.remove(member);
  if (ids.length === 0) return;
  try {
    const rows = await lookupRows();
    const found = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    for (const row of found) await addPicked(stack, row);
    if (found.length < ids.length) tell('The address names a server that the catalogue does not have.');
  } catch {
    tell('The list of servers could not be loaded. Load the page again.');
  }
}

element('stack', HTMLElement).hidden = false;
addEventListener('hashchange', () => void follow(readChosen(location.hash)));
void follow(named);
