import type { Attacks } from '../../attacks/attack.ts';
import type { AttackLayer } from '../../schemas/api/attack-record.ts';

/**
 * A layer for the Navigator of MITRE ATLAS: each technique that patterns name, scored by how many tools meet one of
 * them. Format 4.5 of the layer files of the ATT&CK Navigator; the domain is that of the ATLAS fork.
 */
export function navigatorLayer(
  { patterns, frameworks }: Attacks,
  scores: ReadonlyMap<string, number>,
  tools: number,
  site: string,
): AttackLayer {
  const ids = Object.keys(frameworks.atlas.entries).sort();
  const techniques = ids.flatMap((techniqueID): AttackLayer['techniques'] => {
    const naming = patterns.filter((pattern) => pattern.frameworks.atlas?.includes(techniqueID));
    if (naming.length === 0) return [];
    return [
      {
        techniqueID,
        score: scores.get(techniqueID) ?? 0,
        enabled: true,
        showSubtechniques: true,
        comment: naming.map(({ title }) => title).join('; '),
        links: naming.map(({ id, title }) => ({ label: title, url: `${site}/attacks/${id}/` })),
      },
    ];
  });
  return {
    name: 'Toolwarden: attack patterns that catalogued tools meet',
    versions: { layer: '4.5', navigator: '5.1.0' },
    domain: 'atlas-atlas',
    description: `Scores count the tools that meet a pattern of the technique, of ${tools} in the catalogue.`,
    techniques,
    gradient: { colors: ['#ffffff', '#b3261e'], minValue: 0, maxValue: Math.max(1, tools) },
  };
}
