import type { Observation, ServerEntry } from '../catalogue/entry.ts';
import { quoted } from './phrase.ts';
import type { ProvenanceRow } from './server-page-model.ts';
import { shown } from './shown.ts';

type Packaged = NonNullable<Observation['observed']['package']>;
type Decided = [state: ProvenanceRow['state'], how: string];

/**
 * Two claims about where a server comes from, each with how it was decided; nothing is called verified that was not
 * compared. Sources: npm, package provenance; MCP registry, ownership of npm packages by `mcpName`.
 */
export function provenanceOf(
  entry: ServerEntry,
  { package: packaged }: Observation['observed'],
): ProvenanceRow[] {
  const why = uncheckable(entry);
  const [built, named]: [Decided, Decided] =
    why !== null
      ? [why, why]
      : packaged === undefined
        ? [NOT_LOOKED_AT, NOT_LOOKED_AT]
        : [buildOf(packaged, entry), nameOf(packaged)];
  return [
    { claim: 'Built from its source (npm provenance)', state: built[0], how: shown(built[1]) },
    { claim: 'Name in the MCP registry (mcpName)', state: named[0], how: shown(named[1]) },
  ];
}

const NOT_LOOKED_AT: Decided = [
  'not checkable',
  'This was not looked at when the package was observed; its next observation records it.',
];

/** Null for an npm package: only there can the two be looked up. */
function uncheckable({ source }: ServerEntry): Decided | null {
  if (source.kind === 'listing')
    return ['not checkable', 'It was read on a printed page; nobody ran the server.'];
  if (source.package !== undefined) return null;
  return ['not checkable', 'It was not observed from an npm package, where these claims are made.'];
}

function buildOf({ attested }: Packaged, { source }: ServerEntry): Decided {
  const spec = `${source.package ?? ''}${source.version === undefined ? '' : `@${source.version}`}`;
  if (attested === null)
    return ['not checkable', `The package registry that was asked tells nothing of signatures for ${spec}.`];
  if (!attested)
    return ['unverified', `The package registry signs ${spec} and holds no statement of how it was built.`];
  return [
    'unverified',
    `The package registry holds a signed statement of how ${spec} was built. Its signature was not checked here: install the package and run “npm audit signatures”.`,
  ];
}

function nameOf({ mcpName, registryName }: Packaged): Decided {
  if (mcpName === null)
    return [
      'unverified',
      'Its package.json has no mcpName, so no entry of the MCP registry can be tied to it.',
    ];
  if (registryName === null)
    return [
      'not checkable',
      `Its package.json claims ${quoted(mcpName)}; no entry of the registry was read beside it.`,
    ];
  if (mcpName === registryName)
    return ['verified', `The registry entry and the package.json it leads to both say ${quoted(mcpName)}.`];
  return [
    'unverified',
    `The registry entry is named ${quoted(registryName)}, and the package.json it leads to claims ${quoted(mcpName)}.`,
  ];
}
