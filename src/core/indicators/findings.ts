import type { Finding, Severity } from '../finding.ts';
import type { Definition } from '../tool/definition.ts';
import { hiddenPieces } from '../tool/hidden.ts';
import { behaviourSightings } from './behaviour.ts';
import { driftSightings } from './drift.ts';
import { schemaSize } from './layout.ts';
import { type Context, sightingsIn } from './looks.ts';
import { nameSightings } from './names.ts';
import { parameterSightings } from './parameters.ts';
import { type Passage, textsOf } from './passages.ts';
import { Reading } from './reading.ts';
import { ownNames } from './shadowing.ts';
import { NOTHING, type Sighting, type Tier } from './sighting.ts';
import { wordingFor } from './wording.ts';

export interface IndicatorOptions {
  /** The definition of the same tool as it was observed before. */
  previous?: Definition;
  /** Names of tools elsewhere, and the servers that have them. */
  knownTools?: ReadonlyMap<string, readonly string[]>;
  /** Id of the server of this definition, among those of `knownTools`. */
  server?: string;
}

const NOTHING_KNOWN: ReadonlyMap<string, readonly string[]> = new Map();
const SEVERITY: Readonly<Record<Tier, Severity>> = { hard: 'error', soft: 'warning', note: 'info' };

/**
 * Signs of tool poisoning in a definition (TP-01 to TP-32): a finding for each indicator and place, with the words
 * quoted and hidden characters spelled out. Errors are techniques with no honest use known, warnings are rare in
 * honest definitions, infos are observations. None says that a tool is malicious, and none moves its risk level.
 * Bounded: linear in the definition. `file` and `line` are left null.
 */
export function indicatorFindings(definition: Definition, options: IndicatorOptions = {}): Finding[] {
  const sightings = sightingsOf(definition, options);
  const { previous } = options;
  if (previous !== undefined) {
    const before = new Set(
      sightingsOf(previous, {})
        .filter(({ tier }) => tier === 'hard')
        .map(({ id }) => id),
    );
    const isGraver = sightings.some(({ id, tier }) => tier === 'hard' && !before.has(id));
    sightings.push(...driftSightings(definition, previous, isGraver));
  }
  return oneEach(sightings).map(findingOf);
}

function sightingsOf(
  definition: Definition,
  { knownTools = NOTHING_KNOWN, server }: IndicatorOptions,
): Sighting[] {
  const { passages, schemaLength } = textsOf(definition);
  const around = surroundingsOf(definition, passages, knownTools, server);
  const found: Sighting[] = [];
  /** A schema repeats its texts: one that showed nothing is not read again. */
  const silent = { prose: new Set<string>(), other: new Set<string>() };
  for (const passage of passages) {
    const read = passage.place === 'prose' ? silent.prose : silent.other;
    if (read.has(passage.text) && isReadAlike(passage)) continue;
    const reading = new Reading(passage);
    const seen = reading.isQuiet(knownTools.size > 0) ? NOTHING : sightingsIn(reading, around);
    if (seen.length === 0) read.add(passage.text);
    for (const sighting of seen) found.push(placed(sighting, passage));
  }
  found.push(
    ...nameSightings(definition.name, knownTools, server),
    ...behaviourSightings(definition),
    ...schemaSize(definition['inputSchema'], schemaLength),
    ...parameterSightings(definition),
  );
  const conceals = found.some(({ id, tier }) => id === 'TP-08' && tier !== 'note');
  return conceals ? found.map(hardened) : found;
}

/** Icons and metadata may hold what other places may not. */
function isReadAlike({ place }: Passage): boolean {
  return place !== 'icon' && place !== 'meta';
}

/** What costs something to know is found out when the first text asks. */
function surroundingsOf(
  definition: Definition,
  passages: readonly Passage[],
  known: ReadonlyMap<string, readonly string[]>,
  server: string | undefined,
): Context {
  let own: ReadonlySet<string> | null = null;
  return {
    known,
    server,
    own: () => {
      own ??= ownNames(definition, passages);
      return own;
    },
    executes: () => runsCode(definition),
  };
}

const IN_SCHEMA: ReadonlySet<string> = new Set([
  'TP-06',
  'TP-07',
  'TP-08',
  'TP-09',
  'TP-10',
  'TP-11',
  'TP-13',
]);

/** TP-20: what would be an indicator in a description stands where no description belongs. */
function placed(sighting: Sighting, { place, path }: Passage): Sighting {
  if (!IN_SCHEMA.has(sighting.id) || sighting.tier === 'note') return sighting;
  if (place === 'value' || place === 'meta' || path === '/title' || path === '/annotations/title')
    return { ...sighting, id: 'TP-20', tier: 'hard' };
  if (place !== 'key') return sighting;
  // `hideFromClients` is the name of an option: what may be hidden from users says nothing in so few words.
  if (sighting.id === 'TP-08' && sighting.tier === 'soft') return { ...sighting, tier: 'note' };
  return { ...sighting, id: 'TP-20', tier: 'hard' };
}

function hardened(sighting: Sighting): Sighting {
  return sighting.id === 'TP-06' && sighting.tier === 'soft' ? { ...sighting, tier: 'hard' } : sighting;
}

const RUNNERS = /run|exec|shell|bash|command|terminal|script|eval|code|python|install/i;

/** A tool that takes commands may show some. */
function runsCode({ name, inputSchema }: Definition): boolean {
  return (
    RUNNERS.test(name) ||
    /"(?:command|cmd|script|code|shell)":/.test(JSON.stringify(inputSchema ?? null).slice(0, 4000))
  );
}

const MOST_PLACES = 4;
const RANK: Readonly<Record<Tier, number>> = { hard: 0, soft: 1, note: 2 };

/** The gravest sighting of each indicator in each place, hard ones first, at most four places of an indicator. */
function oneEach(sightings: readonly Sighting[]): Sighting[] {
  const seen = new Map<string, number>();
  return sightings
    .toSorted((a, b) => RANK[a.tier] - RANK[b.tier])
    .filter(({ id, path }) => {
      const places = seen.get(id) ?? 0;
      const isNew = !seen.has(`${id} ${path}`) && places < MOST_PLACES;
      if (isNew) seen.set(id, places + 1).set(`${id} ${path}`, 1);
      return isNew;
    });
}

const LONGEST_QUOTE = 80;

function findingOf({ id, tier, path, quote, says }: Sighting): Finding {
  const { what, hint } = wordingFor(id, tier);
  const message = `The definition contains ${says ?? what}: "${short(quote)}".`;
  return { code: id, severity: SEVERITY[tier], file: null, line: null, path, message, hint };
}

/** One line of at most 80 characters, hidden ones spelled out. */
function short(quote: string): string {
  const line = hiddenPieces(quote.slice(0, 200).replaceAll(/\s+/g, ' ').trim())
    .map(({ text }) => text)
    .join('');
  if (line.length <= LONGEST_QUOTE) return line;
  return `${line.slice(0, LONGEST_QUOTE - 1).replace(/[\ud800-\udbff]$|⟦[^⟧]*$/, '')}…`;
}
