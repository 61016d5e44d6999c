import type { Classifier } from '../core/classify/classifier.ts';
import type { Label, Prediction } from '../core/evaluate/label.ts';
import type { Report } from '../core/evaluate/report.ts';
import { scoreOf } from '../core/evaluate/score.ts';
import type { Finding } from '../core/finding.ts';
import { readLabels, readPredictions } from '../ingest/labels.ts';
import { problem } from '../ingest/problem.ts';
import { openToolInput } from '../ingest/tool-input.ts';

export interface EvaluateRequest {
  /** Labelled tools. */
  gold: string;
  /** Definitions of the labelled tools, by id; not needed when predictions are given. */
  tools: string | null;
  /** Somebody's verdicts to score in place of our own. */
  predictions: string | null;
  classifier: Classifier;
}

/** Scores verdicts against labels; null with every finding when a file cannot be used. */
export async function evaluate(
  request: EvaluateRequest,
): Promise<{ report: Report | null; findings: Finding[] }> {
  const labels = await readLabels(request.gold);
  const said = await verdictsFor(request, new Set(labels.rows.map(({ id }) => id)));
  const findings = [...labels.findings, ...said.findings];
  if (findings.length > 0) return { report: null, findings };
  const byId = new Map(said.rows.map((row) => [row.id, row]));
  const missing = labels.rows.filter(({ id }) => !byId.has(id));
  const pairs = labels.rows.map((label) => ({ label, said: byId.get(label.id) ?? silenceAbout(label) }));
  return { report: scoreOf(pairs), findings: missing.length === 0 ? [] : [unanswered(request, missing)] };
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

function unanswered(request: EvaluateRequest, missing: readonly Label[]): Finding {
  const some = missing
    .slice(0, 5)
    .map(({ id }) => id)
    .join(', ');
  const message = `${missing.length} labelled tools have no verdict and count as unclassified: ${some}${missing.length > 5 ? ', …' : ''}.`;
  const file = request.predictions ?? request.tools;
  const hint = 'Give a line with the id of each labelled tool.';
  return problem('no-verdict', message, hint, { file, severity: 'warning' });
}
