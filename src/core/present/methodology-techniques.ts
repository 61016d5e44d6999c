import type { falseAlarms, Recall, Share } from '../indicators/recall.ts';
import type { TechniqueRecord } from '../indicators/technique-record.ts';
import { wordingOf } from '../indicators/wording.ts';
import { type Block, type Cell, cell, paragraph, type Section, tableOf } from './document.ts';
import { count } from './phrase.ts';

/** How many techniques the indicators find, and how often they alarm for nothing. */
export interface TechniqueFigures {
  own: Recall;
  blind: Recall;
  /** The half of the blind set that was read after its first run, and the half that was not. */
  read: Recall;
  unread: Recall;
  honest: ReturnType<typeof falseAlarms>;
  record: TechniqueRecord;
}

/** Signs of tool poisoning: what is looked for, how much of it is found, how much is found where nothing is. */
export function techniqueSection(figures: TechniqueFigures): Section {
  const { own, blind, honest, record } = figures;
  const cases = (recall: Recall): number => recall.hard.of + recall.soft.of;
  return {
    id: 'techniques',
    heading: 'Signs of tool poisoning',
    blocks: [
      paragraph(
        'A definition is also searched for the techniques of tool poisoning. A hard indicator has no honest use that we know and moves the advice; a soft one is rare in honest definitions, and a note is an observation. None of them moves a level, and none says that a tool is malicious.',
      ),
      paragraph(
        `They are measured on two sets. ${count(cases(own), 'case')} were written together with the indicators. ${count(cases(blind), 'case')} were written by somebody who had not read them; half of these were read after the first run. The other half was not read, though how much of it was found was watched while the indicators grew, so the first run is the stricter figure.`,
      ),
      recallTable(figures),
      paragraph(
        `Of ${count(honest.hard.of, 'honest definition')} written to come close, ${honest.hard.found} show a hard indicator and ${honest.soft.found} a soft one.`,
      ),
      indicatorTable(own, blind),
      ...corpusBlocks(record),
    ],
  };
}

function recallTable({ own, blind, read, unread, record }: TechniqueFigures): Block {
  const { firstRun } = record;
  const rows = [
    ['Written with the indicators', own],
    ['Blind set, whole', blind],
    ['Blind set, half read after the first run', read],
    ['Blind set, half not read', unread],
    [`First run (${firstRun.date}), half read later`, firstRun.read],
    [`First run (${firstRun.date}), half not read`, firstRun.unread],
  ] as const;
  return tableOf(
    'Techniques found',
    ['Set', 'Hard', 'Soft'],
    rows.map(([name, { hard, soft }]) => [cell(name), share(hard), share(soft)]),
    [1, 2],
  );
}

function indicatorTable(own: Recall, blind: Recall): Block {
  const inBlind = new Map(blind.byIndicator.map((row) => [row.id, row]));
  const rows = own.byIndicator.map((row) => {
    const other = inBlind.get(row.id);
    return [
      { ...cell(row.id), code: true as const },
      cell(wordingOf(row.id).what),
      together(row),
      together(other),
    ];
  });
  return tableOf(
    'Found by indicator',
    ['Indicator', 'The definition contains', 'Own set', 'Blind set'],
    rows,
    [2, 3],
  );
}

function together(row: { hard: Share; soft: Share } | undefined): Cell {
  return row === undefined
    ? cell('–')
    : cell(`${row.hard.found + row.soft.found} of ${row.hard.of + row.soft.of}`);
}

function share({ found, of }: Share): Cell {
  return of === 0 ? cell('–') : cell(`${found} of ${of} (${((found / of) * 100).toFixed(1)}%)`);
}

function corpusBlocks({ corpus }: TechniqueRecord): Block[] {
  const rows = Object.entries(corpus.byIndicator)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { hard, soft, note }]) => [
      { ...cell(id), code: true as const },
      ...[hard, soft, note].map((n) => cell(String(n))),
    ]);
  return [
    paragraph(
      `Of ${corpus.definitions} real definitions, which hold no real injection as far as we know, ${corpus.hard} show a hard indicator and ${corpus.soft} a soft one (${corpus.date}, ${corpus.command}; these definitions are not in the repository). Each was read beside the names of all others, as in a catalogue; toolwarden classify knows only the names of its input and may see less.`,
    ),
    tableOf(
      'Real definitions that show an indicator',
      ['Indicator', 'Hard', 'Soft', 'Note'],
      rows,
      [1, 2, 3],
    ),
  ];
}
