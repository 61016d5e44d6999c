import { z } from 'zod';
import { Changes } from '../catalogue/changes.ts';
import { HistoryLine } from '../catalogue/entry.ts';
import { FindingRecord } from './classification.ts';

/** One line of the output of `toolwarden ingest`, as published: what one ingest did. */
export const Ingested = z.strictObject({
  id: z.string().describe('id of the entry'),
  version: z.string().nullable(),
  date: HistoryLine.shape.date,
  protocolVersion: z.string().nullable().describe('null when no server was asked'),
  tools: z.int().min(0).describe('how many tools were listed'),
  changes: Changes,
  findings: z.array(FindingRecord),
});
export type Ingested = z.infer<typeof Ingested>;
