import type { Decision } from '../recommend/decision-table.ts';
import { STRICTNESS } from '../targets/plan.ts';
import type { PolicyRecord } from '../targets/record.ts';
import type { PerTool, RenderedFile, Rendering, ServerTools, Target } from '../targets/target.ts';
import type { Shown } from './page-model.ts';
import { list } from './phrase.ts';
import { shown } from './shown.ts';

/** A word or two on a form, with the shape that goes with it. */
export interface Chip {
  kind: 'enforced' | 'advisory' | 'cannot-express' | 'laxer' | 'isolated' | 'denies-the-rest' | 'dropped';
  text: string;
}

/** The policy of a page in the form of one client or gateway, with everything a person must know before pasting it. */
export interface ClientForm {
  target: Target['id'];
  title: string;
  /** Exact bytes; empty where the key cannot be written. */
  files: RenderedFile[];
  chips: Chip[];
  /** What became of what was meant. */
  remarks: Shown[];
  setUp: Shown[];
  check: Shown;
}

/** Renders some records for one target. Total: a key that cannot be written gives no files and a remark that says why. */
export function clientForm(
  target: Target,
  server: ServerTools,
  records: readonly PolicyRecord[],
  only: boolean,
): ClientForm {
  return formOf(target, target.render(server, records, { only }));
}

/** A rendering with everything a person must know before pasting it. */
export function formOf(target: Target, rendering: Rendering): ClientForm {
  const written = rendering.files.length > 0;
  return {
    target: target.id,
    title: target.title,
    files: rendering.files,
    chips: chipsOf(rendering),
    remarks: (written ? remarksOf(rendering) : rendering.notes).map((remark) => shown(remark)),
    setUp: rendering.setUp.map((step) => shown(step)),
    check: shown(rendering.check),
  };
}

/** What a reader must know of a rendering at a glance; nothing of one without files. */
export function chipsOf(rendering: Rendering): Chip[] {
  return rendering.files.length === 0 ? [] : [...statusChips(rendering.perTool), ...otherChips(rendering)];
}

/** How a status reads; a form laxer than what is meant never goes by the words of a stricter one. */
const STATUS_WORDS = {
  enforced: 'enforced',
  advisory: 'advisory',
  'cannot-express': 'cannot express: nearest stricter form',
  laxer: 'cannot express: less than is meant',
} as const;

type StatusKind = keyof typeof STATUS_WORDS;

function kindOf({ status, expressed, intended }: PerTool): StatusKind {
  if (status !== 'cannot-express') return status;
  return isLaxer(expressed, intended) ? 'laxer' : 'cannot-express';
}

function isLaxer(one: Decision, other: Decision): boolean {
  return STRICTNESS.indexOf(one) < STRICTNESS.indexOf(other);
}

function statusChips(perTool: readonly PerTool[]): Chip[] {
  const kinds = perTool.map(kindOf);
  return (Object.keys(STATUS_WORDS) as StatusKind[]).flatMap((kind): Chip[] => {
    const tools = kinds.filter((one) => one === kind).length;
    if (tools === 0) return [];
    return [{ kind, text: perTool.length === 1 ? STATUS_WORDS[kind] : `${tools} ${STATUS_WORDS[kind]}` }];
  });
}

const REST_WORDS: Record<Rendering['rest'], string> = {
  isolated: 'isolated: other tools stay as they are',
  'asks-the-rest': 'asks about the rest of the server',
  'denies-the-rest': 'denies the rest of the server',
};

function otherChips({ rest, perTool }: Rendering): Chip[] {
  return [
    { kind: rest === 'isolated' ? rest : 'denies-the-rest', text: REST_WORDS[rest] },
    ...(perTool.some(({ limit }) => limit === 'dropped')
      ? [{ kind: 'dropped', text: 'no limit: counts no calls of single tools' } as const]
      : []),
    ...(perTool.some((one) => one.arguments === 'dropped')
      ? [{ kind: 'dropped', text: 'does not judge these arguments' } as const]
      : []),
  ];
}

/** Longer lists of names are cut: the file itself holds them all. */
const MOST_NAMES = 6;

function remarksOf({ perTool, notes }: Rendering): string[] {
  const noted = Map.groupBy(
    perTool.filter(({ note }) => note !== ''),
    ({ note }) => note,
  );
  const ofTools = [...noted].map(([note, tools]) => {
    if (perTool.length === 1) return note;
    const names = tools.slice(0, MOST_NAMES).map(({ tool }) => tool);
    const more = tools.length - names.length;
    return `${list([...names, ...(more > 0 ? [`${more} more`] : [])])}: ${note}`;
  });
  return [...ofTools, ...notes];
}
