import { z } from 'zod';
import type { Finding } from '../core/finding.ts';
import { schemaFindings } from './schema-findings.ts';
import type { Sourced } from './yaml.ts';

/** A value that fits its schema, or every reason why it does not, each with file and line. */
export function validated<T>(
  schema: z.ZodType<T>,
  source: Sourced,
): { value: T | null; findings: Finding[] } {
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, findings: [] };
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return { value: null, findings: schemaFindings(result.error, source, known) };
}
