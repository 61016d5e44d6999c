import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Classifier } from '../core/classify/classifier.ts';
import type { Finding } from '../core/finding.ts';
import { readSources } from './sources.ts';
import { surveyServers } from './survey.ts';

/**
 * Everything wrong with the inputs of a build that rules or labels keep from starting, so that a person learns of
 * both at once. Rulings are judged only where there is a classifier: null when the rules are unusable.
 */
export async function inputFindings(
  inputs: readonly string[],
  classifier: Classifier | null,
): Promise<Finding[]> {
  const work = mkdtempSync(join(tmpdir(), 'toolwarden-'));
  try {
    const { sources, rulings, findings } = await readSources(inputs, work);
    const more =
      classifier === null
        ? sources.flatMap((source) => source.read().findings)
        : surveyServers(sources, classifier, () => {}, rulings).findings;
    return [...findings, ...more];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
