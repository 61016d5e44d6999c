import { type ClientForm, clientForm } from '../../core/present/client-form.ts';
import { targetHref } from '../../core/present/hrefs.ts';
import type { ServerRecords } from '../../core/present/server-records.ts';
import { renamedNote } from '../../core/targets/keys.ts';
import type { PolicyRecord } from '../../core/targets/record.ts';
import type { Target } from '../../core/targets/target.ts';
import { TARGETS } from '../../core/targets/targets.ts';
import { addCopyButtons } from '../copy.ts';
import { make } from '../element.ts';
import { addDownloads } from './download.ts';

/** Which form to show. */
export interface FormRequest {
  target: string;
  /** Address of the records of the server. */
  records: string;
  /** Place of the tool among them; null on the page of a whole server. */
  tool: number | null;
  /** The user's own name for the server; null for the nearest to its id that the target can write. */
  key: string | null;
}

let held: { address: string; answer: Promise<ServerRecords> } | undefined;

function recordsAt(address: string): Promise<ServerRecords> {
  if (held?.address !== address) {
    const answer = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address} answers ${response.status}`);
      return response.json() as Promise<ServerRecords>;
    });
    held = { address, answer };
  }
  return held.answer;
}

/** Fills a panel with the forms of a target, by the modules that the command line renders with. */
export async function showForm(
  panel: HTMLElement,
  request: FormRequest,
  isWanted: () => boolean,
): Promise<void> {
  const target = TARGETS.find(({ id }) => id === request.target);
  if (target === undefined) return;
  const records = await recordsAt(request.records).catch(() => null);
  if (!isWanted()) return;
  if (records === null) {
    held = undefined;
    panel.replaceChildren(
      make(
        'p',
        'note',
        'The records of this server could not be fetched. Choose the tab again to try once more.',
      ),
    );
    return;
  }
  panel.replaceChildren(...partsOf(target, records, request));
  addCopyButtons(panel);
  addDownloads(panel);
}

function partsOf(target: Target, all: ServerRecords, { tool, key }: FormRequest): Node[] {
  const problem = key === null ? null : target.keyProblem(key);
  const about = aboutOf(target, all, key);
  if (key !== null && problem !== null) return [about, wrongKey(target, key, problem)];
  const server = {
    key: key ?? target.keyFor(all.server),
    allToolNames: all.records.map((record) => record.tool),
  };
  const one = tool === null ? undefined : all.records[tool];
  const render = (records: readonly PolicyRecord[], only: boolean): ClientForm =>
    clientForm(target, server, records, only);
  const whole = render(all.records, false);
  const forms = make('div', 'policies');
  if (one !== undefined) forms.append(figureOf('Only this tool', render([one], true)));
  forms.append(figureOf('Whole server', whole));
  return [
    about,
    forms,
    make('h3', '', 'Set it up'),
    make('ol', 'steps', ...whole.setUp.map((step) => make('li', '', step))),
    make('p', '', make('b', '', 'To see that it took effect: '), whole.check),
  ];
}

function aboutOf(target: Target, { server }: ServerRecords, key: string | null): HTMLElement {
  const { id, title, whereItLives, source } = target;
  const guide = make('a', '', `More about ${title}`);
  guide.href = targetHref(id);
  const renamed = key === null ? renamedNote(target, server) : null;
  return make(
    'p',
    'about',
    `${title}: ${whereItLives} ${renamed === null ? '' : `${renamed} `}Read ${source.read}. `,
    guide,
  );
}

function wrongKey(target: Target, key: string, problem: string): HTMLElement {
  const said = make(
    'p',
    'note',
    `${problem} Nothing is written for “${key}”; ${target.keyFor(key)} would do.`,
  );
  said.role = 'status';
  return said;
}

/** One form: its files to copy and save, what became of what was meant, and what to know. */
export function figureOf(label: string, form: ClientForm): HTMLElement {
  const files = form.files.flatMap(({ name, text }) => {
    const block = make('pre', '', make('code', '', text));
    block.tabIndex = 0;
    block.dataset['copy'] = `${label}: ${name}`;
    block.dataset['file'] = name;
    return [block];
  });
  const names = form.files.map(({ name }) => name).join(', ');
  return make(
    'figure',
    'policy',
    make('figcaption', '', make('b', '', label), ' ', make('code', '', names)),
    chipsOf(form),
    ...files,
    ...form.remarks.map((remark) => make('p', 'limits', remark)),
  );
}

function chipsOf({ chips }: ClientForm): HTMLElement {
  return make(
    'p',
    'states',
    ...chips.flatMap(({ kind, text }) => {
      const chip = make('span', 'state', text);
      chip.dataset['kind'] = kind;
      return [chip, ' '];
    }),
  );
}
