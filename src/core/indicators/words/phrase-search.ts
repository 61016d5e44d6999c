import type { IndicatorId, Tier } from '../sighting.ts';
import type { Hit } from './hits.ts';
import { LEXICON, type WordClass } from './lexicon.ts';
import { PHRASES } from './phrase-table.ts';
import { stretchOf, WINDOWS, type Window } from './windows.ts';

/** A phrase found in a text; offsets are those of the text. */
export interface Match {
  id: IndicatorId;
  tier: Tier;
  start: number;
  end: number;
  /** Where in the hits it begins and ends. */
  from: Hit;
  to: Hit;
}

interface Step {
  is: WordClass;
  /** Words that may stand between the step before and this one. */
  gap: number;
}

interface Phrase {
  id: IndicatorId;
  tier: Tier;
  steps: readonly Step[];
}

const COMPILED: readonly Phrase[] = PHRASES.flatMap(([id, tier, forms]) =>
  forms.map((form) => ({ id, tier, steps: stepsOf(form.split(' ')) })),
);

function stepsOf(parts: readonly string[]): Step[] {
  return parts.flatMap((part, index) =>
    index % 2 === 0 ? [{ is: part as WordClass, gap: Number(parts[index - 1] ?? 0) }] : [],
  );
}

/** Phrases by the class among their steps that has the fewest words: where it is missing, they are not looked at. */
const BY_RAREST = new Map<WordClass, Phrase[]>();
for (const phrase of COMPILED) {
  const rarest = phrase.steps
    .map(({ is }) => is)
    .toSorted((a, b) => LEXICON[a].length - LEXICON[b].length)[0];
  if (rarest !== undefined) BY_RAREST.set(rarest, [...(BY_RAREST.get(rarest) ?? []), phrase]);
}

/** The phrases of the table in the hits of one text; each phrase once, where it first stands. */
export function phrasesIn(hits: readonly Hit[]): Match[] {
  const byClass = groupedByClass(hits);
  const found: (Match | null)[] = [];
  for (const name of byClass.keys())
    for (const phrase of BY_RAREST.get(name) ?? [])
      if (phrase.steps.every(({ is }) => byClass.has(is))) found.push(matchOf(phrase, byClass));
  for (const window of WINDOWS)
    if (window.classes.every((name) => byClass.has(name))) found.push(stretchIn(window, byClass));
  return found.filter((match) => match !== null);
}

function stretchIn(window: Window, byClass: ReadonlyMap<WordClass, readonly Hit[]>): Match | null {
  const trail = stretchOf(window, byClass);
  const isDenied = isDenial(byClass.get('neg') ?? [], window.id);
  return trail === null || isDenied(trail.from) ? null : rated(window, trail, byClass);
}

function groupedByClass(hits: readonly Hit[]): Map<WordClass, Hit[]> {
  const byClass = new Map<WordClass, Hit[]>();
  for (const hit of hits)
    for (const name of hit.classes) {
      const list = byClass.get(name);
      if (list === undefined) byClass.set(name, [hit]);
      else list.push(hit);
    }
  return byClass;
}

interface Trail {
  from: Hit;
  to: Hit;
}

function matchOf(phrase: Phrase, byClass: ReadonlyMap<WordClass, readonly Hit[]>): Match | null {
  let trails: Trail[] | null = null;
  for (const { is, gap } of phrase.steps) {
    const hits = byClass.get(is) ?? [];
    trails = trails === null ? hits.map((hit) => ({ from: hit, to: hit })) : followed(trails, hits, gap);
  }
  const isDenied = isDenial(byClass.get('neg') ?? [], phrase.id);
  const opens = phrase.steps[0]?.is;
  const found = (trails ?? []).find(({ from }) => opens === 'neg' || !isDenied(from));
  return rated(phrase, found ?? null, byClass);
}

function rated(
  { id, tier }: { id: IndicatorId; tier: Tier },
  trail: Trail | null,
  byClass: ReadonlyMap<WordClass, readonly Hit[]>,
): Match | null {
  if (trail === null) return null;
  const isTold = isTalkedAbout(trail, byClass.get('detect') ?? []);
  return { id, tier: isTold ? lower(tier) : tier, start: trail.from.start, end: trail.to.end, ...trail };
}

/** Extends each trail by one step. Both lists are in order of the text, so one pass over them is enough. */
function followed(trails: readonly Trail[], hits: readonly Hit[], gap: number): Trail[] {
  const longer: Trail[] = [];
  let next = 0;
  let nearest: Trail | null = null;
  for (const hit of hits) {
    for (let trail = trails[next]; trail !== undefined && trail.to.last < hit.first; trail = trails[++next])
      nearest = trail;
    if (nearest === null || nearest.to.sentence !== hit.sentence) continue;
    if (hit.first - nearest.to.last - 1 <= gap) longer.push({ from: nearest.from, to: hit });
  }
  return longer;
}

/** "Never ignore the instructions above" asks for the opposite. */
function isDenial(negations: readonly Hit[], id: IndicatorId): (hit: Hit) => boolean {
  const reach = id === 'TP-09' ? LONG_REACH : REACH;
  return (hit) =>
    negations.some(
      (no) => no.sentence === hit.sentence && no.last < hit.first && hit.first - no.last <= reach,
    );
}

/** How many words a negation may stand before what it denies; before a list of files it stands further away. */
const [REACH, LONG_REACH] = [3, 8];

/** "Detects prompts such as …" speaks of the words; it does not say them. */
function isTalkedAbout({ from, to }: Trail, cues: readonly Hit[]): boolean {
  return cues.some(
    (cue) =>
      cue.sentence === from.sentence && cue.last < from.first && from.first - cue.last <= 12 && to.first > 0,
  );
}

function lower(tier: Tier): Tier {
  return tier === 'hard' ? 'soft' : 'note';
}
