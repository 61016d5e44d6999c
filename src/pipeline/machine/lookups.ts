import { hashShards } from '../../core/present/machine/hash-shards.ts';
import { type PackagePlace, packagePlace } from '../../core/present/machine/purl.ts';
import {
  judgedTools,
  type ServerFacts,
  serverData,
  serverLine,
} from '../../core/present/machine/server-data.ts';
import { modifiedCsv, toolsCsv } from '../../core/present/machine/tool-tables.ts';
import type { SiteFiles } from '../site-files.ts';

/** What is looked up under `/api/v1/` and needs no definition: tools, servers, packages, hashes, tables. */
export function writeLookups(site: SiteFiles, servers: readonly ServerFacts[]): void {
  writeList(site, 'index.json', 'tools', servers.flatMap(judgedTools));
  writeList(site, 'servers.json', 'servers', servers.map(serverLine));
  for (const server of servers)
    site.write(`api/v1/servers/${server.entry.id}.json`, `${JSON.stringify(serverData(server))}\n`);
  writePackages(site, servers);
  for (const shard of hashShards(servers))
    site.write(`api/v1/hashes/${shard.prefix}.json`, `${JSON.stringify(shard)}\n`);
  site.write('api/v1/tools.csv', toolsCsv(servers));
  site.write('api/v1/modified.csv', modifiedCsv(servers));
}

/** One line an entry, so that two versions can be compared line by line. */
function writeList(site: SiteFiles, name: string, key: string, entries: readonly unknown[]): void {
  const lines = entries.map((entry) => JSON.stringify(entry));
  site.write(`api/v1/${name}`, `{"version":"1","${key}":[\n${lines.join(',\n')}\n]}\n`);
}

function writePackages(site: SiteFiles, servers: readonly ServerFacts[]): void {
  const packages = new Map<string, { place: PackagePlace; servers: ServerFacts[] }>();
  for (const server of servers) {
    const place = packagePlace(server.entry);
    if (place === null) continue;
    const known = packages.get(place.purl);
    if (known === undefined) packages.set(place.purl, { place, servers: [server] });
    else known.servers.push(server);
  }
  const sorted = [...packages.values()].sort((a, b) => (a.place.purl < b.place.purl ? -1 : 1));
  for (const { place, servers: published } of sorted) {
    const lookup = { version: '1', purl: place.purl, servers: published.map(serverLine) };
    site.write(place.file, `${JSON.stringify(lookup)}\n`);
  }
  const purls = sorted.map(({ place }) => ({ purl: place.purl, url: place.href }));
  writeList(site, 'identifiers/purl/index.json', 'purls', purls);
}
