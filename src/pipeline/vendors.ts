import { createHash } from 'node:crypto';
import { browseHref, type ServerRow } from '../core/present/browse.ts';

/** A vendor by any spelling of its name. */
export interface Vendor {
  id: string;
  name: string;
  href: string;
}

/**
 * Who publishes servers, by the name as written. Names that differ only by letter case and signs are one vendor, shown
 * as the first of them in the order of the alphabet. Depends on the set of names, never on their order.
 */
export function vendorsOf(names: Iterable<string>): Map<string, Vendor> {
  const groups = Map.groupBy([...new Set(names)].sort(), vendorId);
  const vendors = new Map<string, Vendor>();
  for (const [id, [first = '', ...others]] of groups) {
    const vendor = { id, name: first, href: browseHref('vendor', id) };
    for (const name of [first, ...others]) vendors.set(name, vendor);
  }
  return vendors;
}

/** Every vendor with its servers, in the order of the servers. */
export function publishers(servers: readonly ServerRow[]): { vendor: Vendor; servers: ServerRow[] }[] {
  const vendors = vendorsOf(servers.map(({ vendor }) => vendor));
  const groups = new Map<string, { vendor: Vendor; servers: ServerRow[] }>();
  for (const server of servers) {
    const vendor = vendors.get(server.vendor);
    if (vendor === undefined) continue;
    const group = groups.get(vendor.id) ?? { vendor, servers: [] };
    groups.set(vendor.id, group);
    group.servers.push(server);
  }
  return [...groups.values()];
}

/** Letters and digits of a name as a URL segment; a name that has none gets its hash. */
function vendorId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  if (slug !== '' && /^[\p{ASCII}\p{M}]*$/u.test(name.normalize('NFKD'))) return slug;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return slug === '' ? `vendor-${hash}` : `${slug}-${hash}`;
}
