import type { Problem } from '../../core/policy/validation/problem.ts';
import { shownLine } from '../../core/present/shown.ts';
import { debounced } from '../debounce.ts';
import { button, element, make } from '../element.ts';
import type { Bench, Workbench } from './workbench.ts';

const area = (): HTMLTextAreaElement => element('policy-text', HTMLTextAreaElement);
const PAUSE = 150;

/** The text of the policy with the numbers of its lines, and every problem with a way to its line. */
export function attachEditor(workbench: Workbench): void {
  const text = area();
  const numbers = element('line-numbers', HTMLElement);
  const { start, cancel } = debounced(() => workbench.write(text.value), PAUSE);
  text.addEventListener('input', () => {
    draw(numbers, text.value, []);
    start();
  });
  text.addEventListener('scroll', () => {
    numbers.scrollTop = text.scrollTop;
  });
  workbench.show((bench) => {
    cancel();
    if (text.value !== bench.text) text.value = bench.text;
    draw(numbers, text.value, bench.problems);
    numbers.scrollTop = text.scrollTop;
    tell(bench);
  });
}

/** A dot stands before the number of a line that has a problem. */
function draw(numbers: HTMLElement, text: string, problems: readonly Problem[]): void {
  const marked = new Set(problems.map(({ line }) => line));
  const count = text.split(/\r\n|\n|\r/).length;
  numbers.textContent = Array.from({ length: count }, (_, index) =>
    marked.has(index + 1) ? `● ${index + 1}` : `${index + 1}`,
  ).join('\n');
}

function tell({ text, problems }: Bench): void {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [
    ...(errors === 0 ? [] : [`${errors} ${errors === 1 ? 'mistake' : 'mistakes'}`]),
    ...(warnings === 0 ? [] : [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`]),
  ];
  const status = text === '' ? 'No policy yet.' : parts.length === 0 ? 'In order.' : `${parts.join(', ')}.`;
  element('policy-status', HTMLElement).textContent = status;
  area().setAttribute('aria-invalid', `${errors > 0}`);
  element('problems', HTMLOListElement).replaceChildren(...(text === '' ? [] : problems.map(item)));
}

function item(problem: Problem): HTMLLIElement {
  const { severity, line, column, message, instead } = problem;
  const go = button(`Line ${line}`, () => moveTo(line, column));
  const kind = severity === 'error' ? 'Mistake' : 'Warning';
  const entry = make('li', '', go, ` ${kind}: ${shownLine(message)} ${shownLine(instead)}`);
  entry.dataset['severity'] = severity;
  return entry;
}

function moveTo(line: number, column: number): void {
  const text = area();
  const starts = [0, ...[...text.value.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = (starts[line - 1] ?? 0) + column - 1;
  text.focus();
  text.setSelectionRange(at, at);
  text.scrollTop = (text.scrollHeight / starts.length) * Math.max(0, line - 4);
}
