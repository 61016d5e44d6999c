import type { Counters } from '../../core/policy/stored-counters.ts';
import { shown, shownLine } from '../../core/present/shown.ts';
import { isObject, type JsonObject, type JsonValue } from '../../core/tool/json.ts';
import { element, make } from '../element.ts';
import { type Schedule, type Stretch, tryCalls } from './try-calls.ts';
import type { Bench, Workbench } from './workbench.ts';

const MOST_CALLS = 10_000;
const DONE: Record<Stretch['decision'], string> = {
  allow: 'allowed',
  deny: 'denied',
  hide: 'denied, hidden',
};

/** Calls that are only thought: what the policy would decide of each, and what its counters hold afterwards. */
export function attachTrial(workbench: Workbench): void {
  const form = element('trial', HTMLFormElement);
  const tool = element('trial-tool', HTMLSelectElement);
  const moment = element('trial-from', HTMLInputElement);
  moment.value = `${new Date().toISOString().slice(0, 16)}:00Z`;
  let counters: Counters = {};
  workbench.show((bench) => {
    listTools(tool, bench);
    clear();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { policy, rows } = workbench.bench;
    const asked = read();
    if (policy === null) tell('Mend the policy first: what cannot be read denies every call.');
    else if (typeof asked === 'string') tell(asked);
    else {
      const name = rows[Number(tool.value)]?.record.tool ?? 'a tool that the policy does not name';
      const before = element('trial-go-on', HTMLInputElement).checked ? counters : {};
      const result = tryCalls(policy, { name, arguments: asked.args }, asked.schedule, before);
      counters = result.counters;
      show(result.stretches, counters);
    }
  });
}

function listTools(select: HTMLSelectElement, { rows }: Bench): void {
  const names = rows.map(({ record }) => shownLine(record.tool));
  const texts = [...names, 'a tool that the policy does not name'];
  const isSame =
    texts.length === select.length && texts.every((text, at) => select.options[at]?.text === text);
  if (!isSame) select.replaceChildren(...texts.map((text, index) => new Option(text, `${index}`)));
}

/** What the form asks for, or what is wrong with it. */
function read(): { args: JsonObject; schedule: Schedule } | string {
  const number = (id: string): number => element(id, HTMLInputElement).valueAsNumber;
  const args = objectIn(element('trial-arguments', HTMLTextAreaElement).value);
  if (typeof args === 'string') return args;
  const [calls, seconds] = [number('trial-calls'), number('trial-every')];
  if (!Number.isInteger(calls) || calls < 1 || calls > MOST_CALLS)
    return `Write a whole number of calls from 1 to ${MOST_CALLS}.`;
  if (!(seconds >= 0)) return 'Write the seconds between two calls, 0 or more.';
  const from = Date.parse(element('trial-from', HTMLInputElement).value);
  if (Number.isNaN(from))
    return 'Write the moment of the first call with its zone, e.g. 2026-11-20T15:04:00Z.';
  return { args, schedule: { calls, from, every: seconds * 1000 } };
}

function objectIn(text: string): JsonObject | string {
  try {
    const value = JSON.parse(text.trim() === '' ? '{}' : text) as JsonValue;
    return isObject(value) ? value : 'Arguments are one JSON object: write {"path": "notes.md"}.';
  } catch (error) {
    return `The arguments are no JSON: ${shownLine(String((error as Error).message))}. Write {"path": "notes.md"}.`;
  }
}

function clear(): void {
  element('trial-result', HTMLElement).replaceChildren();
}

function tell(message: string): void {
  element('trial-result', HTMLElement).replaceChildren(make('p', 'trouble', message));
}

function show(stretches: readonly Stretch[], counters: Counters): void {
  const items = stretches.map((stretch) => {
    const entry = make('li', '', make('b', '', wordsOf(stretch)));
    entry.dataset['decision'] = stretch.decision;
    if (stretch.rule !== null)
      entry.append(' by ', make('code', '', shownLine(stretch.rule) || 'the policy'));
    if (stretch.message !== null) entry.append(`: ${shownLine(stretch.message)}`);
    return entry;
  });
  const counts = make('pre', '', shown(JSON.stringify(counters, null, 2)));
  counts.tabIndex = 0;
  counts.ariaLabel = 'Counters afterwards';
  counts.role = 'region';
  element('trial-result', HTMLElement).replaceChildren(
    make('ol', '', ...items),
    make('p', '', 'Counters afterwards:'),
    counts,
  );
}

function wordsOf({ first, last, decision }: Stretch): string {
  const done = DONE[decision];
  return first === last ? `Call ${first}: ${done}` : `Calls ${first} to ${last}: ${done}`;
}
