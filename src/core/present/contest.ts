import { riskWord } from '../taxonomy.ts';
import type { ToolPage } from './page-model.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';

/** A block to copy into an issue of the project; the anchor works on any host and without one. */
export function contestOf({ entry, definition, hash, verdict }: Subject): ToolPage['contest'] {
  const lines = [
    'Verdict contested',
    '',
    `Tool: ${entry.id}/${definition.name}`,
    `Definition: ${hash}`,
    `Verdict: ${verdict.category}, ${riskWord(verdict.risk)}, ${verdict.confidence} confidence`,
    `Effects: ${verdict.effects.length === 0 ? 'none' : verdict.effects.join(', ')}`,
    '',
    'What it should be:',
    'Words of the definition that show it:',
    'What one successful call really does:',
  ];
  return { text: shown(lines.join('\n')), href: '#contest' };
}
