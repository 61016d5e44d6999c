import type { Benchmark } from '../evaluate/benchmark.ts';
import { bullets, paragraph, type Section } from './document.ts';
import { accuracySections } from './methodology-figures.ts';
import { decisionTable, effectTable } from './methodology-tables.ts';
import { type TechniqueFigures, techniqueSection } from './methodology-techniques.ts';
import { CONFIDENCE, HOW, LIMITS, SUBMIT, SUBMIT_LINE } from './methodology-words.ts';
import type { Shown } from './page-model.ts';

/** Everything the methodology page and its Markdown twin show. */
export interface MethodologyPage {
  href: string;
  lead: string;
  sections: Section[];
}

const METHODOLOGY_HREF = '/methodology/';

/** How verdicts are made and how often they are right. `hrefOf` finds the page of a `server/tool`, where this site has one. */
export function methodologyPage(
  benchmark: Benchmark | null,
  techniques: TechniqueFigures | null,
  hrefOf: (id: string) => string | undefined,
): MethodologyPage {
  return {
    href: METHODOLOGY_HREF,
    lead: 'How a verdict comes about, how often it is right on tools that were labelled by reading them, which ones it gets wrong, and what no verdict can tell.',
    sections: [
      {
        id: 'how',
        heading: 'How verdicts are made',
        blocks: [
          bullets(HOW),
          { kind: 'text', text: 'Every rule, with its cases.' as Shown, href: '/rules/' },
        ],
      },
      { id: 'effects', heading: 'Effects', blocks: [effectTable()] },
      { id: 'confidence', heading: 'Confidence', blocks: CONFIDENCE.map(paragraph) },
      { id: 'decisions', heading: 'Advice', blocks: [decisionTable()] },
      ...(benchmark === null ? [] : accuracySections(benchmark, hrefOf)),
      ...(techniques === null ? [] : [techniqueSection(techniques)]),
      {
        id: 'submit',
        heading: 'Score your own',
        blocks: [
          ...SUBMIT.map(paragraph),
          { kind: 'code', label: 'Predictions', text: SUBMIT_LINE as Shown },
        ],
      },
      { id: 'limits', heading: 'Limits', blocks: [bullets(LIMITS)] },
    ],
  };
}
