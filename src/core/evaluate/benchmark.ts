import { z } from 'zod';
import { CATEGORIES, CONFIDENCES, heightOf, RISKS } from '../taxonomy.ts';
import { LabelCategory } from './label.ts';
import { Report } from './report.ts';
import { type Pair, rowOf, scoreOf } from './score.ts';

const Count = z.int().min(0);
const Share = z.number().min(0).max(1);
const Agreement = z.strictObject({
  share: Share.describe('of tools on which both passes give the same answer'),
  kappa: z.number().max(1).describe("Cohen's kappa: agreement beyond chance"),
});
const Answer = z.strictObject({ category: LabelCategory, risk: z.enum(RISKS) });

/** The same system on labels that rules may be tuned on, and on those they may not. */
const Halves = <Value extends z.ZodType>(value: Value) => z.strictObject({ tuned: value, frozen: value });

const Mistake = z.strictObject({
  id: z.string().describe('server/tool'),
  half: z.enum(['tuned', 'frozen']),
  labelled: z.strictObject({
    category: LabelCategory,
    alt: LabelCategory.nullable().describe('right as well where it is given'),
    risk: z.enum(RISKS),
  }),
  said: z.strictObject({
    category: z.enum([...CATEGORIES, 'Unclassified']),
    risk: z.enum(RISKS).nullable(),
    confidence: z.enum(CONFIDENCES).nullable(),
  }),
  wrong: z.array(z.enum(['category', 'risk'])).min(1),
});
export type Mistake = z.infer<typeof Mistake>;

/** The output of `toolwarden eval` on the labels of the repository, as published; also the twin of `/methodology/`. */
export const Benchmark = z.strictObject({
  labels: z.strictObject({
    tools: Count.describe('labelled tools whose definition is still the one that was labelled'),
    servers: Count,
    tuned: Count,
    frozen: Count,
    frozenServers: z.array(z.string()),
    unscoredFrozenServers: z
      .array(z.string())
      .describe('frozen servers whose labelled tools all count as tuned, because they stood in another set'),
    void: z.array(z.string()).describe('labelled tools whose definition changed: not scored'),
  }),
  agreement: z.strictObject({
    n: Count,
    category: Agreement,
    risk: Agreement,
    disagreements: z.array(z.strictObject({ id: z.string(), a: Answer, b: Answer })),
  }),
  systems: z
    .array(z.strictObject({ id: z.string(), title: z.string(), ...Halves(Report).shape }))
    .describe('what was scored on the same labels; mistakes are those of the first'),
  mistakes: z.array(Mistake),
  stages: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        ...Halves(
          z.strictObject({
            macroF1: Share.describe('over the categories that have labels'),
            risk: Share,
            flags: Share,
          }),
        ).shape,
      }),
    )
    .describe(
      'our verdicts on parts of the definitions, each with the parts before it; last on the whole without negations',
    ),
});
export type Benchmark = z.infer<typeof Benchmark>;
export type StageFigures = Benchmark['stages'][number];

/** A labelled tool with what was said of it, and whether rules may be tuned on it. */
export interface SplitPair extends Pair {
  frozen: boolean;
}

/** One system on both halves. */
export function halvesOf(pairs: readonly SplitPair[]): { tuned: Report; frozen: Report } {
  return {
    tuned: scoreOf(pairs.filter(({ frozen }) => !frozen)),
    frozen: scoreOf(pairs.filter(({ frozen }) => frozen)),
  };
}

/** The figures by which stages are compared. */
export function stageFigures(id: string, title: string, pairs: readonly SplitPair[]): StageFigures {
  const { tuned, frozen } = halvesOf(pairs);
  return { id, title, tuned: briefly(tuned), frozen: briefly(frozen) };
}

function briefly({ category, risk, flags }: Report): StageFigures['tuned'] {
  return { macroF1: category.macroF1Labelled, risk: risk.accuracy, flags: flags.microF1 };
}

/** Every labelled tool of which the category or the level that was said is wrong, in the order of the labels. */
export function mistakesOf(pairs: readonly SplitPair[]): Mistake[] {
  return pairs.flatMap((pair): Mistake[] => {
    const { label, said, frozen } = pair;
    const row = rowOf(pair);
    if (row === null) return [];
    const wrong: Mistake['wrong'] = [];
    if (!row.right) wrong.push('category');
    if (heightOf(said.risk) !== heightOf(label.risk)) wrong.push('risk');
    if (wrong.length === 0) return [];
    const alt = label.confidence === 'arguable' ? (label.alt ?? null) : null;
    return [
      {
        id: label.id,
        half: frozen ? 'frozen' : 'tuned',
        labelled: { category: label.category, alt, risk: label.risk },
        said: { category: said.category, risk: said.risk, confidence: said.confidence ?? null },
        wrong,
      },
    ];
  });
}
