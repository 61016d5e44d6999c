import { z } from 'zod';
import { HistoryLine, Observation, ServerEntry } from '../core/catalogue/entry.ts';
import { Benchmark } from '../core/evaluate/benchmark.ts';
import { HalvedReport } from '../core/evaluate/report.ts';
import { policyJsonSchema } from '../core/policy/policy.ts';
import { API_SCHEMAS, type ApiSchema, apiJsonSchema } from '../core/schemas/api/api-schemas.ts';
import { Classification } from '../core/schemas/classification.ts';
import { Approvals, AuditLine } from '../core/schemas/gateway.ts';
import { Ingested } from '../core/schemas/ingested.ts';
import { PolicyCheck, PolicyDecision, PolicyDifference } from '../core/schemas/policy-answers.ts';
import type { SiteFiles } from './site-files.ts';

/** The JSON Schemas under `/api/v1/schemas/`, each made from the schema that the code itself validates with. */
export function writeSchemas(site: SiteFiles): void {
  const schemas = {
    policy: policyJsonSchema(),
    'policy-check': z.toJSONSchema(PolicyCheck),
    'policy-decision': z.toJSONSchema(PolicyDecision),
    'policy-difference': z.toJSONSchema(PolicyDifference),
    'gateway-audit-line': z.toJSONSchema(AuditLine),
    'gateway-approvals': z.toJSONSchema(Approvals),
    server: z.toJSONSchema(ServerEntry),
    tools: z.toJSONSchema(Observation),
    'history-line': z.toJSONSchema(HistoryLine),
    ingested: z.toJSONSchema(Ingested),
    classification: z.toJSONSchema(Classification),
    evaluation: z.toJSONSchema(HalvedReport),
    benchmark: z.toJSONSchema(Benchmark),
    ...Object.fromEntries(
      (Object.keys(API_SCHEMAS) as ApiSchema[]).map((name) => [name, apiJsonSchema(name)]),
    ),
  };
  for (const [name, schema] of Object.entries(schemas)) {
    site.write(`api/v1/schemas/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
  // What an editor binds to policy.json: an address that outlives the versions of the API.
  site.write('schemas/policy.v1.json', `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
}
