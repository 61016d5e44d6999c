import type { ServerEntry } from '../catalogue/entry.ts';
import type { ServerPage } from './server-page-model.ts';
import { shown } from './shown.ts';
import type { ServerFacts, Subject } from './subject.ts';

/** Who publishes a server, where its definitions come from and how they were observed; what is not known has no row. */
export function identityOf(
  entry: ServerEntry,
  observed: ServerFacts['observed'],
  subjects: readonly Subject[],
): ServerPage['identity'] {
  const rows: [label: string, value: string | null | undefined, href?: string | undefined][] = [
    ['Id', entry.id],
    ['Publisher', `${entry.vendor}${entry.official ? ', the vendor of the service itself' : ''}`],
    ['Package', entry.source.package],
    ['Version', observed.version],
    ['Licence', entry.license === undefined ? null : `${entry.license.spdx} (${entry.license.evidence})`],
    ['Source code', entry.repository, entry.repository],
    ['Homepage', entry.homepage, entry.homepage],
    [entry.source.kind === 'listing' ? 'Listed' : 'Observed', `${observed.date}, ${observed.how}`],
    ['Where from', entry.source.note],
    ['Protocol version', observed.protocolVersion],
    ['Integrity', observed.integrity],
    ['Size of the definitions', sizeOf(subjects)],
  ];
  return rows.flatMap(([label, value, href]) =>
    value === null || value === undefined || value === ''
      ? []
      : [{ label, value: shown(value), href: href ?? null }],
  );
}

function sizeOf(subjects: readonly Subject[]): string {
  const characters = subjects.reduce((sum, { definition }) => sum + JSON.stringify(definition).length, 0);
  return `${characters} characters of JSON, which a client that loads every tool puts before the model`;
}
