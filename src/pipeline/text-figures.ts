import type { Classifier } from '../core/classify/classifier.ts';
import { FIGURES, type Figure, type Figures } from '../core/present/guides/figures.ts';
import type { ToolRow } from '../core/present/page-model.ts';
import { TARGETS } from '../core/targets/targets.ts';
import { CATEGORIES, EFFECT_IDS, FLAG_IDS, RISKS } from '../core/taxonomy.ts';
import { accuracyOf } from './benchmark.ts';
import type { LabelledSet } from './labelled-tools.ts';
import type { Survey } from './survey.ts';

/** What the placeholders of texts stand for in this catalogue. `set`: null where it has no labels. */
export function textFigures(
  { servers }: Pick<Survey, 'servers'>,
  rules: number,
  set: LabelledSet | null,
  classifier: Classifier,
): Figures {
  const rows = servers.flatMap((server) => server.rows);
  return {
    ...noFigures(),
    tools: String(rows.length),
    servers: String(servers.length),
    rules: String(rules),
    effects: String(EFFECT_IDS.length),
    clients: String(TARGETS.length),
    ...tallies(rows),
    ...(set === null ? {} : measured(set, classifier)),
  };
}

/** Every figure unknown: enough to check a text by. */
export function noFigures(): Figures {
  return Object.fromEntries(Object.keys(FIGURES).map((key) => [key, null])) as Figures;
}

function tallies(rows: readonly ToolRow[]): Partial<Figures> {
  const count = (holds: (row: ToolRow) => boolean): string => String(rows.filter(holds).length);
  const flags = FLAG_IDS.filter((flag): flag is typeof flag & Figure => Object.hasOwn(FIGURES, flag));
  return {
    unrated: count(({ risk }) => risk === null),
    ...Object.fromEntries(RISKS.map((risk) => [risk.toLowerCase(), count((row) => row.risk === risk)])),
    ...Object.fromEntries(
      CATEGORIES.map((category) => [category.toLowerCase(), count((row) => row.category === category)]),
    ),
    ...Object.fromEntries(flags.map((flag) => [flag, count((row) => row.flags.includes(flag))])),
  };
}

/** Of the frozen half alone: no rule was changed because of its labels. */
function measured(set: LabelledSet, classifier: Classifier): Partial<Figures> {
  const { n, category, risk } = accuracyOf(set, classifier).frozen;
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  return {
    labelled: String(n),
    'category-right': percent(category.accuracy),
    'level-right': percent(risk.accuracy),
    'level-too-low': percent(risk.tooLow),
  };
}
