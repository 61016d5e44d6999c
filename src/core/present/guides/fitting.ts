import type { Fit } from '../../catalogue/guide.ts';
import { FITS } from '../../catalogue/guide.ts';
import { heightOf } from '../../taxonomy.ts';
import { isObject } from '../../tool/json.ts';
import type { Link } from '../page-model.ts';
import { shown } from '../shown.ts';
import type { Subject } from '../subject.ts';

/** What a tool page has to know of a guide to link it. */
export interface GuideLink {
  href: string;
  title: string;
  fits: readonly Fit[];
}

/** A page links the guides that fit it best, not all that fit. */
const MOST = 3;

const SHOWS: Record<Fit, (subject: Subject) => boolean> = {
  'contradicted-claims': ({ findings }) => findings.some(({ code }) => code === 'annotation-contradiction'),
  'several-actions': ({ verdict }) => verdict.actions.length > 1,
  'no-description': ({ row }) => row.gist === null,
  unrated: ({ verdict }) => verdict.risk === null,
  'low-confidence': ({ verdict }) => verdict.confidence === 'low',
  untrusted: ({ verdict }) => verdict.flags.includes('untrusted'),
  'person-asked': ({ advice }) => advice.decision === 'ask' || advice.decision === 'deny',
  'no-claims': ({ definition }) => !isObject(definition['annotations']),
  'high-risk': ({ verdict }) => heightOf(verdict.risk) >= heightOf('High'),
  'every-tool': () => true,
};

/** The guides that fit a tool, those for what is most telling about it first. */
export function guidesFor(subject: Subject, guides: readonly GuideLink[]): Link[] {
  const fitting = FITS.filter((fit) => SHOWS[fit](subject)).flatMap((fit) =>
    guides.filter(({ fits }) => fits.includes(fit)),
  );
  return [...new Set(fitting)].slice(0, MOST).map(({ title, href }) => ({ text: shown(title), href }));
}
