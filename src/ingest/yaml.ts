import { dump, EVENT_ID, type Event, getScalarValue, load, parseEvents, YAMLException } from 'js-yaml';
import type { Finding } from '../core/finding.ts';

/** A parsed document that can still say on which line each of its values stands. */
export interface Sourced {
  value: unknown;
  file: string;
  /** 1-based line of the value at a JSON Pointer; of its nearest known ancestor when it has none. */
  lineOf(pointer: string): number;
}

/**
 * The only door for YAML, and for JSON that people edit (JSON is YAML 1.2): no other module imports js-yaml.
 * A syntax error is returned as a finding with its line, never thrown.
 */
export function readYaml(text: string, file: string): { source: Sourced | null; findings: Finding[] } {
  try {
    const value = load(text, { filename: file });
    return { source: { value, file, lineOf: (pointer) => lineOf(text, pointer) }, findings: [] };
  } catch (error) {
    return { source: null, findings: [syntaxFinding(error, file)] };
  }
}

/** Plain data as YAML for people: keys in the order given, long text unfolded. */
export function writeYaml(value: unknown): string {
  return dump(value, { lineWidth: 120, noRefs: true });
}

function syntaxFinding(error: unknown, file: string): Finding {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const reason = error instanceof YAMLException ? error.reason : String(error);
  return {
    code: 'yaml-syntax',
    severity: 'error',
    file,
    line: mark === undefined ? 1 : mark.line + 1,
    path: '',
    message: `This is not valid YAML: ${reason}.`,
    hint: 'Check indentation, quotes and colons at this line; quote text that contains ": " or starts with a special character.',
  };
}

/** Positions are worked out only when a finding needs one: parsing twice on the error path is cheap. */
function lineOf(text: string, pointer: string): number {
  const offsets = offsetsByPointer(text, parseEvents(text, {}));
  let at = pointer;
  while (at !== '' && !offsets.has(at)) at = at.slice(0, at.lastIndexOf('/'));
  const offset = offsets.get(at) ?? 0;
  return text.slice(0, offset).split('\n').length;
}

interface Frame {
  path: string;
  kind: 'mapping' | 'sequence' | 'document';
  index: number;
  key: string | null;
}

const KINDS = new Map<Event['type'], Frame['kind']>([
  [EVENT_ID.MAPPING, 'mapping'],
  [EVENT_ID.SEQUENCE, 'sequence'],
  [EVENT_ID.DOCUMENT, 'document'],
]);

function offsetsByPointer(text: string, events: Event[]): Map<string, number> {
  const offsets = new Map<string, number>();
  const frames: Frame[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      frames.pop();
      continue;
    }
    const top = frames.at(-1);
    if (event.type === EVENT_ID.SCALAR && top?.kind === 'mapping' && top.key === null) {
      top.key = getScalarValue(text, event).replaceAll('~', '~0').replaceAll('/', '~1');
      offsets.set(`${top.path}/${top.key}`, event.valueStart);
      continue;
    }
    const path = pathOf(top);
    const kind = KINDS.get(event.type);
    if (kind !== undefined) frames.push({ path, kind, index: 0, key: null });
    const start = startOf(event);
    if (start !== null && !offsets.has(path)) offsets.set(path, start);
  }
  return offsets;
}

function startOf(event: Event): number | null {
  if ('valueStart' in event) return event.valueStart;
  return 'start' in event ? event.start : null;
}

/** Pointer of the value that comes next inside a frame; moves the frame on. */
function pathOf(frame: Frame | undefined): string {
  if (frame === undefined || frame.kind === 'document') return frame?.path ?? '';
  if (frame.kind === 'sequence') return `${frame.path}/${frame.index++}`;
  const path = `${frame.path}/${frame.key}`;
  frame.key = null;
  return path;
}
