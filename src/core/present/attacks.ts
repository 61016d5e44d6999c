import type { Verdict } from '../classify/verdict.ts';
import { type Effect, FLAGS, type Flag, SIGNALS, type Signal } from '../taxonomy.ts';
import { list } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { ToolPage } from './tool-page-model.ts';

interface Pattern {
  title: string;
  /** All of these flags, or any of these effects. */
  flags?: readonly Flag[];
  effects?: readonly Effect[];
  /** And a parameter of any of these kinds, or of none: a text that speaks of one must be about one that is there. */
  takes?: readonly Signal[];
  lacks?: readonly Signal[];
  text: string;
}

const PAYMENT: readonly Signal[] = ['amount', 'recipient', 'destination'];

const PATTERNS: readonly Pattern[] = [
  {
    title: 'A whole theft in one tool',
    flags: ['untrusted', 'private', 'outbound'],
    text: 'Text from outside can tell the agent what to take, the tool can read it, and the tool can send it away: no second tool is needed.',
  },
  {
    title: 'Running what an attacker wrote',
    flags: ['code'],
    text: 'Text that the agent reads elsewhere can decide what this tool runs, with the rights of the server.',
  },
  {
    title: 'Instructions hidden in what it returns',
    flags: ['untrusted'],
    text: 'Outsiders can write the text that this tool returns; an agent may take it for instructions and act on it with its other tools.',
  },
  {
    title: 'A way out for private data',
    flags: ['outbound'],
    text: 'An agent that holds private data can be talked into putting it into what this tool sends.',
  },
  {
    title: 'A source of private data',
    flags: ['private'],
    text: 'What this tool returns can leave through any tool of the same agent that sends data out, on this server or another.',
  },
  {
    title: 'Payment to the wrong party',
    flags: ['money'],
    takes: PAYMENT,
    text: 'A forged invoice, message or record can name the amount or the receiver, and the agent acts on it.',
  },
  {
    title: 'A debt on a forged word',
    flags: ['money'],
    lacks: PAYMENT,
    text: 'A forged message or record can ask for this call, and somebody then owes or pays what nobody decided.',
  },
  {
    title: 'Destruction without malice',
    flags: ['delete'],
    text: 'An agent that misreads its task or repeats a failed step removes what nobody asked it to remove; no attacker is needed.',
  },
  {
    title: 'A foothold that outlives the session',
    flags: ['access'],
    text: 'A member, key or switched-off protection stays after the agent is gone, and is used when nobody watches.',
  },
  {
    title: 'Reading outside the folder',
    effects: ['read-any-path'],
    takes: ['path'],
    text: 'A path such as that of a key file or of another user works as well as the one the task needs.',
  },
  {
    title: 'Writing where programs look',
    effects: ['write-any-path'],
    takes: ['path'],
    text: 'A file in a start-up folder, a shell profile or a build script runs later, with the rights of whoever starts it.',
  },
  {
    title: 'Requests to places inside the network',
    effects: ['fetch-any'],
    takes: ['url'],
    text: 'The address can be one that only the host of the server can reach, such as a metadata service or an internal page.',
  },
  {
    title: 'Acting in a signed-in session',
    effects: ['operate-ui'],
    text: 'The page on the screen can hold text made for the agent, and the agent has the rights of whoever is signed in.',
  },
];

const DEFINITION_CHANGES = {
  title: 'A definition that changes after approval',
  text: 'Every definition is read by the model before any call. One that was harmless when it was approved can be replaced by the server later.',
};

/** Patterns whose preconditions this tool meets, each with the evidence; the last one holds for every tool. */
export function attacksOf({ verdict, hash }: Subject): ToolPage['attacks'] {
  const met = PATTERNS.flatMap((pattern) => {
    const because = becauseOf(pattern, verdict);
    return because === null
      ? []
      : [{ title: pattern.title, text: shown(pattern.text), because: shown(because) }];
  });
  const pinned = `Because this holds for every definition: before you rely on the verdict, compare the hash of yours with ${hash.slice(0, 19)}….`;
  return [...met, { ...DEFINITION_CHANGES, text: shown(DEFINITION_CHANGES.text), because: shown(pinned) }];
}

function becauseOf({ flags, effects, takes, lacks }: Pattern, verdict: Verdict): string | null {
  if (lacks?.some((signal) => verdict.signals.includes(signal)) === true) return null;
  const taken = takes?.filter((signal) => verdict.signals.includes(signal)) ?? [];
  if (takes !== undefined && taken.length === 0) return null;
  const also = taken.map((signal) => SIGNALS[signal]);
  if (flags?.every((flag) => verdict.flags.includes(flag)) === true)
    return `Because it ${list([...flags.map((flag) => FLAGS[flag]), ...also])}.`;
  const effect = effects?.find((candidate) => verdict.effects.includes(candidate));
  if (effect === undefined) return null;
  const says = `Because its definition shows the effect ${effect}`;
  return also.length === 0 ? `${says}.` : `${says}, and it ${list(also)}.`;
}
