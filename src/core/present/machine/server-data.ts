import type { z } from 'zod';
import type { ServerEntry } from '../../catalogue/entry.ts';
import type { ServerPast } from '../../catalogue/past.ts';
import type { Judged } from '../../schemas/api/judged.ts';
import type { ServerLine, ServerRecord } from '../../schemas/api/server-record.ts';
import { heightOf, type Risk, riskWord } from '../../taxonomy.ts';
import { recordsHref, serverHref } from '../hrefs.ts';
import type { ToolRow } from '../page-model.ts';
import { shown } from '../shown.ts';
import { packagePlace } from './purl.ts';

/** A server as the machine side tells it; the lists are in the order observed. */
export interface ServerFacts {
  entry: ServerEntry;
  names: readonly string[];
  rows: readonly ToolRow[];
  hashes: readonly string[];
  date: string;
  version: string | null;
  past: ServerPast;
}

/** Each tool as the lists of tools give it. */
export function judgedTools({ entry, names, rows, hashes }: ServerFacts): z.infer<typeof Judged>[] {
  return rows.map(({ href, category, risk, confidence, effects, flags }, index) => ({
    id: `${entry.id}/${names[index] ?? ''}`,
    url: `${href}index.json`,
    category,
    risk,
    confidence,
    effects,
    flags,
    definitionHash: hashes[index] ?? '',
  }));
}

/** A date of an observation, or null where the data says something else. */
export function dayOf(date: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

export function serverLine({ entry, rows, date, version }: ServerFacts): z.infer<typeof ServerLine> {
  const levels = { Critical: 0, High: 0, Medium: 0, Low: 0, Unrated: 0 };
  let highest: Risk | null = null;
  for (const { risk } of rows) {
    levels[riskWord(risk)] += 1;
    if (heightOf(risk) > heightOf(highest)) highest = risk;
  }
  return {
    id: entry.id,
    url: `/api/v1/servers/${entry.id}.json`,
    page: serverHref(entry.id),
    title: shown(entry.title),
    vendor: shown(entry.vendor),
    official: entry.official,
    summary: shown(entry.summary),
    purl: packagePlace(entry)?.purl ?? null,
    version,
    observed: dayOf(date),
    toolCount: rows.length,
    highest,
    levels,
  };
}

export function serverData(facts: ServerFacts): z.infer<typeof ServerRecord> {
  const { entry, past } = facts;
  const page = serverHref(entry.id);
  return {
    ...serverLine(facts),
    repository: entry.repository ?? null,
    homepage: entry.homepage ?? null,
    license: entry.license ?? null,
    formerly: entry.formerly ?? [],
    tools: judgedTools(facts),
    links: {
      markdown: `${page}index.md`,
      policyRecords: recordsHref(entry.id),
      atom: `${page}feed.atom`,
      jsonFeed: `${page}feed.json`,
      badge: `${page}badge.svg`,
      card: `${page}card.svg`,
    },
    changes: past.changes,
  };
}
