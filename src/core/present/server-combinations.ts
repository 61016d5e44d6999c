import { smallestChange } from '../combinations/change.ts';
import { type Combination, combinationsIn, type ToolRef } from '../combinations/combination.ts';
import { type Standing, standingOf } from '../combinations/standing.ts';
import type { Decision } from '../recommend/decision-table.ts';
import type { Link } from './page-model.ts';
import { capitalised, count } from './phrase.ts';
import type { ServerCombination, ServerCombinations } from './server-page-model.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

/** So many are named at once; the rest can be opened. */
const MOST_NAMED = 5;

const STANDINGS: Record<Standing, string> = {
  open: 'The recommended policy leaves it open: calls of every part pass without a person.',
  asked: 'Under the recommended policy a person has to approve a call before it comes together.',
  closed: 'The recommended policy lets no call of at least one part pass.',
};

/** What the tools of a server can do together and no single verdict says; null where nothing comes together. */
export function combinationsOf(subjects: readonly Subject[]): ServerCombinations | null {
  const found = combinationsIn(
    subjects.map(({ entry, definition, verdict }) => ({
      server: entry.id,
      tool: definition.name,
      flags: verdict.flags,
      effects: verdict.effects,
      signals: verdict.signals,
      risk: verdict.risk,
    })),
  );
  const change = smallestChange(found);
  if (change === null) return null;
  const page = pageOf(subjects);
  return {
    list: found.map((combination) => shownCombination(combination, page)),
    change: {
      says: shown(
        `${capitalised(count(change.tools.length, 'tool'))} to deny, and as far as the definitions tell ${brokenOf(found.length)}. ${change.because}`,
      ),
      tools: page.links(change.tools),
    },
  };
}

function brokenOf(combinations: number): string {
  if (combinations === 1) return 'it is broken';
  return combinations === 2 ? 'both are broken' : `all ${combinations} are broken`;
}

interface Lookup {
  links(tools: readonly ToolRef[]): Link[];
  decisionOf(tool: ToolRef): Decision;
}

function pageOf(subjects: readonly Subject[]): Lookup {
  const byName = new Map(subjects.map((subject) => [subject.definition.name, subject]));
  return {
    links: (tools) =>
      tools.flatMap(({ tool }) => {
        const row = byName.get(tool)?.row;
        return row === undefined ? [] : [{ text: row.name, href: row.href }];
      }),
    decisionOf: ({ tool }) => {
      const advice = byName.get(tool)?.advice;
      return advice === undefined || advice.passes !== null ? 'allow' : advice.decision;
    },
  };
}

function shownCombination(combination: Combination, page: Lookup): ServerCombination {
  const { pattern, title, harm, legs } = combination;
  return {
    id: pattern,
    title,
    harm,
    standing: STANDINGS[standingOf(combination, page.decisionOf)],
    legs: legs.map(({ does, tools }) => ({
      does,
      tools: page.links(tools.slice(0, MOST_NAMED)),
      rest: page.links(tools.slice(MOST_NAMED)),
    })),
  };
}
