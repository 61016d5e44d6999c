import { shownLine } from '../../core/present/shown.ts';
import { stackForms } from '../../core/present/stack/stack-forms.ts';
import { TARGETS } from '../../core/targets/targets.ts';
import { addDownloads } from '../control/download.ts';
import { figureOf } from '../control/form-view.ts';
import { addCopyButtons } from '../copy.ts';
import { element, make } from '../element.ts';
import type { Stack } from './stack.ts';

/** The least-privilege policy of the whole stack in the form of the chosen client or gateway. */
export function attachPolicy(stack: Stack): void {
  const select = element('target', HTMLSelectElement);
  const away = element('away', HTMLInputElement);
  const place = element('forms', HTMLElement);
  select.replaceChildren(...TARGETS.map(({ id, title }) => new Option(title, id)));
  select.value = 'claude-code';
  const draw = (): void => {
    place.replaceChildren(...partsOf(stack, select.value, away.checked));
    addCopyButtons(place);
    addDownloads(place);
  };
  select.addEventListener('change', draw);
  away.addEventListener('change', draw);
  stack.show(() => {
    const tools = stack.surface.further?.tools.length ?? 0;
    element('away-line', HTMLElement).hidden = tools === 0;
    element('away-text', HTMLElement).textContent =
      `Also deny ${tools === 1 ? 'the one tool' : `the ${tools} tools`} without which, as far as the definitions tell, no toxic combination is left among what the policy lets through or asks about`;
    draw();
  });
}

function partsOf(stack: Stack, wanted: string, isAway: boolean): HTMLElement[] {
  const target = TARGETS.find(({ id }) => id === wanted);
  const servers = stack.members.flatMap(({ key, records }) => (records === null ? [] : [{ key, records }]));
  if (target === undefined || servers.length === 0)
    return [make('p', '', 'No tool is known yet, so there is nothing to write a policy for.')];
  const denied = isAway ? (stack.surface.further?.tools ?? []) : [];
  const forms = stackForms(target, servers, denied);
  const { unknown } = stack.surface;
  const [first] = forms;
  return [
    ...(unknown.length === 0
      ? []
      : [
          make(
            'p',
            'warning',
            `Nothing is written for ${unknown.map((key) => shownLine(key)).join(', ')}: their tools are unknown. Do not connect them with this policy alone.`,
          ),
        ]),
    make('p', 'about', target.whereItLives),
    ...forms.map(({ label, form }) => figureOf(shownLine(label), form)),
    ...(first === undefined
      ? []
      : [
          make('h3', '', 'Set it up'),
          make('ol', 'steps', ...first.form.setUp.map((step) => make('li', '', step))),
          make('p', '', make('b', '', 'To see that it took effect: '), first.form.check),
        ]),
  ];
}
