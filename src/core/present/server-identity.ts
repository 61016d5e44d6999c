import type { ServerEntry } from '../catalogue/entry.ts';
import { list } from './phrase.ts';
import type { ServerPage } from './server-page-model.ts';
import { shown } from './shown.ts';
import type { ServerFacts } from './subject.ts';

/** Who publishes a server, where its definitions come from and how they were observed; what is not known has no row. */
export function identityOf(entry: ServerEntry, observed: ServerFacts['observed']): ServerPage['identity'] {
  const rows: [label: string, value: string | null | undefined, href?: string | undefined][] = [
    ['Id', entry.id],
    ['Publisher', `${entry.vendor}${entry.official ? ', the vendor of the service itself' : ''}`],
    ['Package', entry.source.package],
    ['Version', observed.version],
    ['Licence', entry.license === undefined ? null : `${entry.license.spdx} (${entry.license.evidence})`],
    ['Source code', entry.repository, entry.repository],
    ['Homepage', entry.homepage, entry.homepage],
    ['Transport', transportOf(entry)],
    ['Authentication', authenticationOf(entry)],
    [entry.source.kind === 'listing' ? 'Listed' : 'Last observed', `${observed.date}, ${observed.how}`],
    ['Where from', entry.source.note],
    ['Protocol version', observed.protocolVersion],
    ['Integrity', observed.integrity],
  ];
  return rows.flatMap(([label, value, href]) =>
    value === null || value === undefined || value === ''
      ? []
      : [{ label, value: shown(value), href: href ?? null }],
  );
}

/** How it was spoken to; a server may offer more than that. */
function transportOf({ source }: ServerEntry): string | null {
  switch (source.kind) {
    case 'npm':
    case 'stdio':
      return 'stdio: it runs on your machine, with your rights';
    case 'http':
      return 'Streamable HTTP: it runs elsewhere';
    case 'registry':
    case 'config':
      return source.url === undefined ? null : 'Streamable HTTP: it runs elsewhere';
    case 'file':
    case 'jsonl':
    case 'listing':
      return null;
  }
}

const CREDENTIAL = /key|token|secret|password|passwd|credential|auth|dsn|connection/i;

/** What it had to be given before it listed its tools, told by the names of variables and flags; values never. */
function authenticationOf({ source }: ServerEntry): string | null {
  if (source.kind !== 'npm' && source.kind !== 'stdio') return null;
  const variables = Object.keys(source.env ?? {}).filter((name) => CREDENTIAL.test(name));
  const flags = (source.args ?? []).flatMap((arg) => /^--?[\w-]+/.exec(arg)?.[0] ?? []);
  const asked = [...variables, ...flags.filter((flag) => CREDENTIAL.test(flag))];
  return asked.length === 0
    ? 'None was needed to list its tools; a call may need some'
    : `It starts with a credential in ${list(asked)}; a placeholder was given`;
}
