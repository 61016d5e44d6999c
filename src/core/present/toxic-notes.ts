import type { Shown } from './page-model.ts';
import { shorten } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

/** The three flags that together let data be stolen, over the tools that the policy lets through. */
export function toxicNotes(subjects: readonly Subject[]): Shown[] {
  const legs = (['untrusted', 'private', 'outbound'] as const).map((flag) =>
    subjects.find(({ verdict }) => verdict.flags.includes(flag)),
  );
  const [source, data, exit] = legs;
  if (source === undefined || data === undefined || exit === undefined) return [];
  const name = ({ definition }: Subject): string => shorten(shown(definition.name), 80);
  const isBlocked = subjects.every(
    ({ verdict, advice }) => !verdict.flags.includes('outbound') || advice.decision !== 'allow',
  );
  const advice = isBlocked
    ? 'The recommended policy blocks every tool that sends data out.'
    : 'The recommended policy leaves a way out open: deny the tools with the flag outbound where this matters.';
  return [
    shown(
      `Used together, its tools can take in text from outsiders (${name(source)}), read private data (${name(data)}) and send data out (${name(exit)}): enough for a theft by planted instructions. ${advice}`,
    ),
  ];
}
