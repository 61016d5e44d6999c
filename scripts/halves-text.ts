import type { HalvedReport } from '../src/core/evaluate/report.ts';
import { detailOf, sideBySide } from './benchmark-text.ts';

/** Both halves of a labelled set as a person reads them: the headline figures side by side, then each in detail. */
export function halvesText({ tuning, validation }: NonNullable<HalvedReport['halves']>): string {
  return [
    '\nBy server, the half that rules may be tuned on beside the half that only measures\n',
    sideBySide(['tuning', 'validation'], [tuning, validation]),
    '\n',
    detailOf([
      ['Tuning', tuning],
      ['Validation', validation],
    ]),
  ].join('');
}
