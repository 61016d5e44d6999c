import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClassifier } from '../src/pipeline/rulebook.ts';
import { readSources } from '../src/pipeline/sources.ts';
import { benchAgainstHugo, benchScale } from './bench/build.ts';
import { benchClassify } from './bench/classify.ts';
import { benchGateway } from './bench/gateway.ts';
import { writeGeneratedTools } from './bench/generated-tools.ts';
import { benchIndicators } from './bench/indicators.ts';
import { benchSearch } from './bench/search.ts';
import { printFigures } from './bench/table.ts';
import { benchTargets } from './bench/targets.ts';
import { benchVendors } from './bench/vendors/bench-vendors.ts';

/**
 * `npm run bench [-- classify] [-- indicators] [-- build] [-- scale] [-- gateway] [-- targets] [-- search] [-- vendors]`: measures and never judges: nothing here fails a check.
 * Run it on a machine that does nothing else. `vendors` installs hundreds of megabytes and runs only where it is named.
 */
const CORPUS = '../shared/corpus/tools.jsonl.gz';
const GENERATED = 17_223;

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'toolwarden-bench-'));
const { classifier } = loadClassifier('catalog');
if (classifier === null) throw new Error('The rules do not load; `toolwarden check` says why.');

const hasCorpus = existsSync(CORPUS);
if (!hasCorpus) process.stdout.write(`${CORPUS} is not here: generated tools stand in for real ones.\n`);
if (isWanted('classify')) {
  const corpus = hasCorpus ? (await readSources([CORPUS], folder)).sources : null;
  printFigures('Classification, one core', benchClassify(classifier, corpus));
}
if (isWanted('indicators')) {
  const corpus = hasCorpus ? (await readSources([CORPUS], folder)).sources : null;
  process.stdout.write(`\nIndicators\n${benchIndicators('catalog', corpus)}`);
}
if (isWanted('build')) {
  const input = hasCorpus ? CORPUS : join(folder, 'generated.jsonl');
  if (!hasCorpus) writeGeneratedTools(input, GENERATED);
  printFigures(
    'From definitions to a searchable site, twins included',
    await benchAgainstHugo(input, folder, classifier),
  );
}
if (isWanted('gateway')) printFigures('A call through the gateway', await benchGateway(folder));
if (isWanted('targets')) process.stdout.write(`\nFiles of every target, read back\n${benchTargets()}`);
if (wanted.includes('vendors'))
  process.stdout.write(`\nFiles of some targets, decided upon by the vendor\n${await benchVendors(folder)}`);
if (isWanted('search')) {
  const table = await benchSearch(hasCorpus ? CORPUS : null, folder, classifier);
  process.stdout.write(`\nSearch in a browser, processor slowed four times\n${table}`);
}
if (isWanted('scale')) printFigures('Growth', await benchScale(folder));
rmSync(folder, { recursive: true });

function isWanted(part: string): boolean {
  return wanted.length === 0 || wanted.includes(part);
}
