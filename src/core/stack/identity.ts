import type { Launch } from './configuration.ts';
import { type Packaged, packageOf } from './package-of.ts';
import { looksSecret } from './secret.ts';

/** What a configured server is, without anything that could be a secret. */
export interface Identity {
  /** Under which a catalogue may know it: `pkg:npm/name`, `pkg:pypi/name`, `pkg:docker/image`, `https://host/path`. */
  id: string | null;
  /** The same for a person. */
  shown: string;
  /** The version that the configuration asks for; null where it takes any. */
  version: string | null;
}

const NAMES = { npm: 'npm package', pypi: 'PyPI package', docker: 'image' } as const;

/** Reads what is started or reached from how: package runners, containers, addresses. Pure, total. */
export function identityOf(launch: Launch): Identity {
  if (launch.kind === 'http') return identityOfUrl(launch.url);
  const found = packageOf([launch.command, ...launch.args]);
  if (found === null) return { id: null, shown: programOf(launch.command), version: null };
  if ('url' in found) return identityOfUrl(found.url);
  return identityOfPackage(found);
}

/** The identifier of a package; in a purl the `@` of a scope stands as `%40`. Source: package-url specification. */
export function purlOf(type: Packaged['type'], name: string): string {
  return `pkg:${type}/${name.replace(/^@/, '%40')}`;
}

/** An address without its query, its credentials and the slash at its end; null for what is none. */
export function addressOf(url: string): string | null {
  const parts = /^(https?):\/\/(?:[^/?#@\s]*@)?([^/?#@\s:]+)(:\d{1,5})?([^?#\s]*)/i.exec(url);
  if (parts === null) return null;
  const [, protocol = '', host = '', port = '', path = ''] = parts;
  return `${protocol.toLowerCase()}://${host.toLowerCase()}${port}${path.replace(/\/+$/, '')}`;
}

function identityOfPackage({ type, name, version }: Packaged): Identity {
  if (looksSecret(name))
    return { id: null, shown: `a ${NAMES[type]} whose name is not shown`, version: null };
  const isPlain = version !== null && /^[\w.+-]{1,40}$/.test(version) && !looksSecret(version);
  return { id: purlOf(type, name), shown: `${NAMES[type]} ${name}`, version: isPlain ? version : null };
}

/** Of an address only the host is shown: a path can be a key. */
function identityOfUrl(url: string): Identity {
  const id = addressOf(url);
  const host = id === null ? null : (id.split('/')[2] ?? null);
  const isShown = host !== null && /^[a-z0-9.:-]+$/.test(host) && !looksSecret(host);
  return { id, shown: isShown ? `address on ${host}` : 'an address that is not shown', version: null };
}

function programOf(command: string): string {
  const name = command.split(/[/\\]/).at(-1) ?? '';
  const isShown = /^[A-Za-z][\w.-]{0,40}$/.test(name) && !looksSecret(name);
  return isShown ? `program ${name}` : 'a program whose name is not shown';
}
