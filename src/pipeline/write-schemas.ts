import { z } from 'zod';
import { HistoryLine, Observation, ServerEntry } from '../core/catalogue/entry.ts';
import { Benchmark } from '../core/evaluate/benchmark.ts';
import { Report } from '../core/evaluate/report.ts';
import { policyJsonSchema } from '../core/policy/policy.ts';
import { Classification } from '../core/schemas/classification.ts';
import { Ingested } from '../core/schemas/ingested.ts';
import type { SiteFiles } from './site-files.ts';

/** The JSON Schemas under `/api/v1/schemas/`, each made from the schema that the code itself validates with. */
export function writeSchemas(site: SiteFiles): void {
  const schemas = {
    policy: policyJsonSchema(),
    server: z.toJSONSchema(ServerEntry),
    tools: z.toJSONSchema(Observation),
    'history-line': z.toJSONSchema(HistoryLine),
    ingested: z.toJSONSchema(Ingested),
    classification: z.toJSONSchema(Classification),
    evaluation: z.toJSONSchema(Report),
    benchmark: z.toJSONSchema(Benchmark),
  };
  for (const [name, schema] of Object.entries(schemas)) {
    site.write(`api/v1/schemas/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}
