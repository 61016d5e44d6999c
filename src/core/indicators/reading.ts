import type { Passage } from './passages.ts';
import { type Folded, fold } from './words/fold.ts';
import { type Glance, glanceAt } from './words/glance.ts';
import { type Hit, hitsOf, parted } from './words/hits.ts';
import { SIGN } from './words/signs.ts';

const BEYOND_PLAIN = /[^\n\t -~]/;
const PARTED = /[a-z0-9][A-Z]/;
const LOUD = SIGN.angle | SIGN.bracket | SIGN.brace | SIGN.escape | SIGN.slash | SIGN.longRun | SIGN.gap;
const NAMED = SIGN.underscore | SIGN.tick | SIGN.quote;
const QUIET_LENGTH = 400;

/** A passage with what a glance at it shows; whatever costs more is done when it is asked for. */
export class Reading {
  readonly passage: Passage;
  /** Whether the text holds anything but printable ASCII, newlines and tabs. */
  readonly beyond: boolean;
  /** The text to match: as it is, or folded where `beyond`. */
  readonly plain: string;
  readonly glance: Glance;
  readonly #folded: Folded | null;
  #hits: readonly Hit[] | null = null;

  constructor(passage: Passage) {
    const { text } = passage;
    this.passage = passage;
    this.beyond = BEYOND_PLAIN.test(text);
    this.#folded = this.beyond ? fold(text) : null;
    this.plain = this.#folded?.text ?? text;
    this.glance = glanceAt(this.#isName() && PARTED.test(text) ? fold(parted(text)).text : this.plain);
  }

  #isName(): boolean {
    return this.passage.place === 'key' || this.passage.place === 'name';
  }

  /** Whether the glance shows that no look would find anything. `namesAreKnown`: any word may be the name of a tool. */
  isQuiet(namesAreKnown: boolean): boolean {
    const { passage, beyond, glance } = this;
    if (beyond || glance.spans.length > 0 || glance.cues !== 0 || (glance.signs & LOUD) !== 0) return false;
    if (namesAreKnown && (glance.signs & NAMED) !== 0) return false;
    if (passage.place === 'icon' || passage.place === 'meta') return false;
    return (glance.signs & SIGN.digit) === 0 && passage.text.length < QUIET_LENGTH;
  }

  /** Words of the text itself for a place in `plain`. */
  quote(start: number, end: number): string {
    const folded = this.#folded;
    return this.passage.text.slice(folded?.back(start) ?? start, folded?.back(end) ?? end);
  }

  /** Its words that mean something to a phrase; none where the glance shows that no phrase can be there. */
  hits(): readonly Hit[] {
    const { spans } = this.glance;
    this.#hits ??= spans.length > 0 ? hitsOf(this.passage.text, this.#isName(), spans) : [];
    return this.#hits;
  }
}
