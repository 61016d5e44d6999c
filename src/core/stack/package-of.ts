/** A package that a runner fetches and starts. */
export interface Packaged {
  type: 'npm' | 'pypi' | 'docker';
  name: string;
  version: string | null;
}

interface Runner {
  type: Packaged['type'];
  /** Words between the command and its options. */
  words: readonly string[];
  /** Options whose next word is the package. */
  names: readonly string[];
  /** Options that take no value; any other that is not written with `=` ends the reading. */
  plain: readonly string[];
  /** Options whose next word is a value. */
  valued: readonly string[];
}

const NPX: Omit<Runner, 'words'> = {
  type: 'npm',
  names: ['-p', '--package'],
  plain: [
    '-y',
    '--yes',
    '-q',
    '--quiet',
    '--silent',
    '--no',
    '--no-install',
    '--ignore-existing',
    '--prefer-online',
    '--prefer-offline',
    '--offline',
    '--bun',
    '--',
  ],
  valued: ['--registry', '--prefix', '--cache', '--userconfig', '--loglevel', '--node-options'],
};
const UVX: Omit<Runner, 'words'> = {
  type: 'pypi',
  names: ['--from', '--spec'],
  plain: [
    '-q',
    '--quiet',
    '--isolated',
    '--no-cache',
    '--refresh',
    '--offline',
    '--native-tls',
    '--no-config',
    '-U',
    '--upgrade',
    '--',
  ],
  valued: [
    '-p',
    '--python',
    '--with',
    '--index',
    '--index-url',
    '--extra-index-url',
    '--cache-dir',
    '--directory',
    '--env-file',
    '--prerelease',
  ],
};
const DOCKER: Omit<Runner, 'words'> = {
  type: 'docker',
  names: [],
  plain: [
    '-i',
    '-t',
    '-it',
    '-ti',
    '-d',
    '--rm',
    '--init',
    '--interactive',
    '--tty',
    '--privileged',
    '--read-only',
    '--detach',
  ],
  valued: [
    '-e',
    '--env',
    '--env-file',
    '-v',
    '--volume',
    '--mount',
    '--name',
    '--network',
    '--net',
    '-p',
    '--publish',
    '-w',
    '--workdir',
    '-u',
    '--user',
    '--platform',
    '--pull',
    '-l',
    '--label',
    '--add-host',
    '-m',
    '--memory',
    '--cpus',
    '--security-opt',
    '--cap-drop',
    '--cap-add',
    '--tmpfs',
    '-h',
    '--hostname',
  ],
};

const RUNNERS: Readonly<Record<string, readonly Runner[]>> = {
  npx: [{ ...NPX, words: [] }],
  pnpx: [{ ...NPX, words: [] }],
  bunx: [{ ...NPX, words: [] }],
  npm: [
    { ...NPX, words: ['exec'] },
    { ...NPX, words: ['x'] },
  ],
  pnpm: [{ ...NPX, words: ['dlx'] }],
  yarn: [{ ...NPX, words: ['dlx'] }],
  bun: [{ ...NPX, words: ['x'] }],
  uvx: [{ ...UVX, words: [] }],
  uv: [{ ...UVX, words: ['tool', 'run'] }],
  pipx: [{ ...UVX, words: ['run'] }],
  docker: [
    { ...DOCKER, words: ['run'] },
    { ...DOCKER, words: ['container', 'run'] },
  ],
  podman: [{ ...DOCKER, words: ['run'] }],
};

/** Packages that only pass on to an address. */
const BRIDGES: ReadonlySet<string> = new Set([
  'mcp-remote',
  'mcp-remote-client',
  'supergateway',
  'mcp-proxy',
]);

/** What a command line starts: a package, or the address that a bridge passes on to; null where that cannot be told. */
export function packageOf(line: readonly string[]): Packaged | { url: string } | null {
  const [command = '', ...args] = unwrapped(line);
  const inModules = packageInModules(command) ?? packageInModules(args[0] ?? '');
  if (inModules !== null) return { type: 'npm', name: inModules, version: null };
  const runner = RUNNERS[baseName(command)]?.find(({ words }) =>
    words.every((word, at) => args[at] === word),
  );
  if (runner === undefined) return null;
  const found = firstPackage(runner, args.slice(runner.words.length));
  if (found === null) return null;
  const spec = readSpec(runner.type, found.spec);
  if (spec === null || !BRIDGES.has(spec.name)) return spec;
  const url = found.rest.find((word) => /^https?:\/\//i.test(word));
  return url === undefined ? spec : { url };
}

/** Shells and other commands that only start another. */
function unwrapped(line: readonly string[]): readonly string[] {
  const [command = '', ...args] = line;
  const name = baseName(command);
  if (name === 'cmd' && /^\/c$/i.test(args[0] ?? '')) return unwrapped(args.slice(1));
  if (name === 'env') {
    const rest = args.findIndex((word) => !/^\w+=/.test(word));
    return rest < 0 ? [] : unwrapped(args.slice(rest));
  }
  const isShell = ['sh', 'bash', 'zsh'].includes(name) && /^-l?c$/.test(args[0] ?? '');
  if (isShell && /^[\w@./: =-]+$/.test(args[1] ?? '')) return unwrapped((args[1] ?? '').split(/\s+/));
  return line;
}

function baseName(command: string): string {
  return (command.split(/[/\\]/).at(-1) ?? '').toLowerCase().replace(/\.(?:cmd|exe|ps1|bat)$/, '');
}

function packageInModules(path: string): string | null {
  return (
    /.*node_modules[/\\]((?:@[a-z0-9][\w.-]*[/\\])?[a-z0-9][\w.-]*)(?:[/\\]|$)/i
      .exec(path)?.[1]
      ?.replace('\\', '/') ?? null
  );
}

/** The first word that is no option, or the value of the option that names the package. */
function firstPackage(
  runner: Runner,
  args: readonly string[],
): { spec: string; rest: readonly string[] } | null {
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    const [option = '', value] = word.split(/=(.*)/s, 2);
    const rest = args.slice(at + 1);
    if (!word.startsWith('-')) return { spec: word, rest };
    if (runner.names.includes(option)) return { spec: value ?? rest[0] ?? '', rest };
    if (runner.valued.includes(option) && value === undefined) at++;
    else if (value === undefined && !runner.plain.includes(option)) return null;
  }
  return null;
}

const SPECS: Readonly<Record<Packaged['type'], RegExp>> = {
  npm: /^((?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*)(?:@(.+))?$/i,
  pypi: /^([a-z0-9](?:[\w.-]*[a-z0-9])?)(?:\[[\w,-]*\])?(?:(?:@|==)(.+))?$/i,
  docker: /^([a-z0-9][a-z0-9._/-]*(?::\d+\/[a-z0-9._/-]+)?)(?::([\w.-]+))?(?:@sha256:[0-9a-f]+)?$/,
};

function readSpec(type: Packaged['type'], spec: string): Packaged | null {
  const found = SPECS[type].exec(spec);
  if (found === null) return null;
  const [, name = '', version = null] = found;
  // PyPI takes case and separators alike. Source: PEP 503.
  const plain =
    type === 'pypi'
      ? name.toLowerCase().replaceAll(/[-_.]+/g, '-')
      : type === 'npm'
        ? name.toLowerCase()
        : name;
  return { type, name: plain, version: version === 'latest' ? null : version };
}
