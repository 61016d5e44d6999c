import { ServerEntry } from '../core/catalogue/entry.ts';
import { isObject, type JsonObject } from '../core/tool/json.ts';
import type { InstalledPackage } from './npm-package.ts';
import type { About, Source } from './source.ts';

/** What the manifest of a package says about who made it. */
export function aboutPackage(installed: InstalledPackage): About {
  const { manifest, name, license } = installed;
  const repository = repositoryOf(manifest);
  return {
    vendor: authorOf(manifest) ?? (name.startsWith('@') ? name.slice(1, name.indexOf('/')) : 'unknown'),
    ...(repository === null ? {} : { repository }),
    ...(license === null ? {} : { license }),
  };
}

/**
 * The smallest `server.yaml` that is valid, for a person to finish. Values of variables may be real secrets, so only
 * their names are kept; so are arguments from a client's configuration.
 */
export function newServer(id: string, source: Source, about: About, serverName: string | null): ServerEntry {
  const title = cut(about.title ?? serverName ?? id, 80);
  const repository = ServerEntry.shape.repository.safeParse(about.repository).data;
  return {
    id,
    title,
    vendor: cut(about.vendor ?? 'unknown', 80),
    official: false,
    summary: `Tools that ${title} offers to an agent.`,
    ...(repository === undefined ? {} : { repository }),
    ...(about.license === undefined ? {} : { license: about.license }),
    source: { ...sourceOf(source, about), kind: about.via ?? source.kind },
  };
}

function sourceOf(source: Source, about: About): ServerEntry['source'] {
  if (source.kind === 'http') return { kind: 'http', url: source.url };
  if (source.kind !== 'npm' && source.kind !== 'stdio') return { kind: source.kind };
  const args = source.kind === 'stdio' ? [source.command, ...source.args] : source.args;
  const names = Object.keys(source.env);
  return {
    kind: source.kind,
    ...(source.kind === 'npm' ? { package: source.name, version: source.version } : {}),
    ...(source.kind === 'npm' && source.bin !== undefined ? { bin: source.bin } : {}),
    ...(args.length === 0 || about.via === 'config' ? {} : { args }),
    ...(names.length === 0 ? {} : { env: Object.fromEntries(names.map((name) => [name, 'dummy'])) }),
  };
}

function authorOf(manifest: JsonObject): string | null {
  const author = manifest['author'];
  const name = isObject(author) ? author['name'] : author;
  return typeof name === 'string' && name.trim() !== '' ? name.replace(/\s*[<(].*$/, '') : null;
}

function repositoryOf(manifest: JsonObject): string | null {
  const repository = manifest['repository'];
  const url = isObject(repository) ? repository['url'] : repository;
  if (typeof url !== 'string') return null;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url);
  if (short !== null) return `https://github.com/${short[1]}`;
  return url
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
    .replace(/\.git$/, '');
}

function cut(text: string, most: number): string {
  const trimmed = text.trim() === '' ? 'unknown' : text.trim();
  return trimmed.length <= most ? trimmed : `${trimmed.slice(0, most - 1)}…`;
}
