import { clientForm } from '../../core/present/client-form.ts';
import { shownLine } from '../../core/present/shown.ts';
import { renamedNote } from '../../core/targets/keys.ts';
import { untold } from '../../core/targets/policy-rows.ts';
import type { RenderedFile } from '../../core/targets/target.ts';
import { TARGETS } from '../../core/targets/targets.ts';
import { addDownloads } from '../control/download.ts';
import { figureOf } from '../control/form-view.ts';
import { addCopyButtons } from '../copy.ts';
import { element, make } from '../element.ts';
import type { Bench, Workbench } from './workbench.ts';

/** The policy in the form of the chosen client or gateway, as the command line writes it. */
export function attachForms(workbench: Workbench): void {
  const target = element('form-target', HTMLSelectElement);
  const tool = element('form-tool', HTMLSelectElement);
  const key = element('form-key', HTMLInputElement);
  const place = element('form', HTMLElement);
  target.replaceChildren(...TARGETS.map(({ id, title }) => new Option(title, id)));
  const draw = (): void => {
    const wanted = { target: target.value, tool: tool.value, key: key.value };
    place.replaceChildren(...partsOf(workbench.bench, wanted));
    addCopyButtons(place);
    addDownloads(place);
  };
  for (const control of [target, tool]) control.addEventListener('change', draw);
  key.addEventListener('input', draw);
  let loaded: Bench['subject'] | null = null;
  workbench.show((bench) => {
    if (bench.subject !== loaded) key.value = bench.subject.key;
    loaded = bench.subject;
    listTools(tool, bench);
    draw();
  });
}

/** The choice stays where the tools do. */
function listTools(select: HTMLSelectElement, { rows }: Bench): void {
  const texts = ['the whole server', ...rows.map(({ record }) => `only ${shownLine(record.tool)}`)];
  const isSame =
    texts.length === select.length && texts.every((text, at) => select.options[at]?.text === text);
  if (isSame) return;
  const options = texts.map((text, index) => new Option(text, index === 0 ? '' : `${index - 1}`));
  select.replaceChildren(...options);
}

function partsOf(
  { subject, policy, text, rows }: Bench,
  wanted: { target: string; tool: string; key: string },
): HTMLElement[] {
  const target = TARGETS.find(({ id }) => id === wanted.target);
  if (text === '') return [make('p', '', 'No policy yet.')];
  if (target === undefined || policy === null)
    return [make('p', '', 'The policy has a mistake: nothing is exported.')];
  const records = rows.map(({ record }) => record);
  const one = wanted.tool === '' ? undefined : records[Number(wanted.tool)];
  const isOwnKey = wanted.key !== '' && wanted.key !== subject.key;
  const server = {
    key: isOwnKey ? wanted.key : target.keyFor(subject.key),
    allToolNames: records.map(({ tool }) => tool),
  };
  const form = clientForm(target, server, one === undefined ? records : [one], one !== undefined);
  // The text is the truth: whatever the rows cannot hold is in it.
  const isText = target.id === 'policylayer' && one === undefined;
  const files = isText ? form.files.map((file) => asWritten(file, text)) : form.files;
  const notes = isText ? [] : untold(policy, rows);
  return [
    ...renamedParts(isOwnKey ? null : renamedNote(target, subject.key)),
    figureOf(target.title, { ...form, files }),
    ...notes.map((note) => make('p', 'limits', note)),
    make('h3', '', 'Set it up'),
    make('ol', 'steps', ...form.setUp.map((step) => make('li', '', step))),
    make('p', '', make('b', '', 'To see that it took effect: '), form.check),
  ];
}

function renamedParts(note: string | null): HTMLElement[] {
  return note === null ? [] : [make('p', 'note', note)];
}

function asWritten(file: RenderedFile, text: string): RenderedFile {
  return file.name === 'policy.json' ? { ...file, text } : file;
}
