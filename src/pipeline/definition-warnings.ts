import { type Finding, SEVERITIES } from '../core/finding.ts';
import type { PresentedServer } from './present-server.ts';

interface Kind {
  first: Finding;
  tools: number;
}

/**
 * What the pages say is wrong with definitions, for the person who builds: one finding per kind of problem, at
 * the place of its first case. Strangers wrote the definitions, so these never make a catalogue unusable.
 */
export class DefinitionWarnings {
  readonly #kinds = new Map<string, Kind>();

  add({ tools, placeOf }: PresentedServer): void {
    for (const [index, { page, subject }] of tools.entries()) {
      for (const finding of new Map(subject.findings.map((found) => [found.code, found])).values()) {
        const known = this.#kinds.get(finding.code);
        if (known !== undefined) known.tools++;
        else if (finding.severity !== 'info') {
          const message = `${page.id}: ${finding.message}`;
          this.#kinds.set(finding.code, {
            first: { ...finding, message, ...placeOf(index, finding.path) },
            tools: 1,
          });
        }
      }
    }
  }

  /** At most warnings: the worst kind first, then the most frequent. */
  findings(): Finding[] {
    const kinds = [...this.#kinds.values()].sort(
      (a, b) =>
        SEVERITIES.indexOf(b.first.severity) - SEVERITIES.indexOf(a.first.severity) || b.tools - a.tools,
    );
    return kinds.map(({ first, tools }) => ({
      ...first,
      severity: 'warning',
      message: tools === 1 ? first.message : `${tools} definitions, the first of them ${first.message}`,
    }));
  }
}
