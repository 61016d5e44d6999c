import type { Classifier } from '../core/classify/classifier.ts';
import { halfOf } from '../core/evaluate/halves.ts';
import type { Label, Prediction } from '../core/evaluate/label.ts';
import type { HalvedReport } from '../core/evaluate/report.ts';
import { type Pair, scoreOf } from '../core/evaluate/score.ts';
import type { Finding } from '../core/finding.ts';
import { readLabels, readPredictions } from '../ingest/labels.ts';
import { problem } from '../ingest/problem.ts';
import { openToolInput } from '../ingest/tool-input.ts';
import { coverageFindings } from './prediction-coverage.ts';

export interface EvaluateRequest {
  /** Labelled tools. */
  gold: string;
  /** Definitions of the labelled tools, by id; not needed when predictions are given. */
  tools: string | null;
  /** Somebody's verdicts to score in place of our own. */
  predictions: string | null;
  /** Whether to score by halves as well: labels then name their servers. */
  halves: boolean;
  classifier: Classifier;
}

/** Scores verdicts against labels; null with every finding when a file cannot be used. */
export async function evaluate(
  request: EvaluateRequest,
): Promise<{ report: HalvedReport | null; findings: Finding[] }> {
  const labels = await readLabels(request.gold);
  const said = await verdictsFor(request, new Set(labels.rows.map(({ id }) => id)));
  const nameless = request.halves ? labels.rows.flatMap((label) => serverless(request.gold, label)) : [];
  const findings = [...labels.findings, ...said.findings, ...nameless];
  if (findings.length > 0) return { report: null, findings };
  const byId = new Map(said.rows.map((row) => [row.id, row]));
  const pairs = labels.rows.map((label) => ({ label, said: byId.get(label.id) ?? silenceAbout(label) }));
  const report = request.halves ? { ...scoreOf(pairs), halves: scoredByHalves(pairs) } : scoreOf(pairs);
  const coverage = coverageFindings(
    request.predictions ?? request.tools,
    labels.rows.map(({ id }) => id),
    said.rows.map(({ id }) => id),
  );
  return { report, findings: coverage };
}

function scoredByHalves(pairs: readonly Pair[]): NonNullable<HalvedReport['halves']> {
  const { tuning = [], validation = [] } = Object.groupBy(pairs, ({ label }) => halfOf(label.server ?? ''));
  return { tuning: scoreOf(tuning), validation: scoreOf(validation) };
}

function serverless(file: string, { id, server }: Label): Finding[] {
  if (server !== undefined) return [];
  const hint = 'Add "server": "name" to the label, or leave out --halves.';
  return [problem('no-server', `The label of ${id} names no server to split by.`, hint, { file })];
}

async function verdictsFor(
  { tools, predictions, classifier }: EvaluateRequest,
  wanted: ReadonlySet<string>,
): Promise<{ rows: Prediction[]; findings: Finding[] }> {
  if (predictions !== null) return readPredictions(predictions);
  if (tools === null) return { rows: [], findings: [] };
  const { input, findings } = await openToolInput(tools, null);
  if (input === null) return { rows: [], findings };
  const rows: Prediction[] = [];
  for await (const { id, tool } of input.entries()) {
    if (id !== null && wanted.has(String(id)))
      rows.push({ ...classifier.classify(tool, 'observed'), id: String(id) });
  }
  input.close();
  return { rows, findings };
}

/** No answer is scored as a tool left unclassified. */
function silenceAbout({ id }: Label): Prediction {
  return { id, category: 'Unclassified', risk: null, flags: [] };
}
