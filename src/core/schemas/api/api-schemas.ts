import { z } from 'zod';
import { AttackLayer, AttackList, AttackRecord } from './attack-record.ts';
import { JsonFeed } from './json-feed.ts';
import { ToolIndex } from './judged.ts';
import { HashShard, PurlIndex, PurlLookup, ServerIndex, ServerRecord } from './server-record.ts';
import { ToolRecord } from './tool-record.ts';

/** The shapes of the files under `/api/v1/` and of the twins that belong to it, by the name of their JSON Schema. */
export const API_SCHEMAS = {
  'tool-index': ToolIndex,
  'tool-record': ToolRecord,
  'server-index': ServerIndex,
  'server-record': ServerRecord,
  'purl-index': PurlIndex,
  'purl-lookup': PurlLookup,
  'hash-shard': HashShard,
  'json-feed': JsonFeed,
  'attack-list': AttackList,
  'attack-record': AttackRecord,
  'attack-layer': AttackLayer,
} as const satisfies Record<string, z.ZodType>;
export type ApiSchema = keyof typeof API_SCHEMAS;

/** As published: open to keys that are not here, since keys may be added within a version of the API. */
export function apiJsonSchema(name: ApiSchema): Record<string, unknown> {
  return z.toJSONSchema(API_SCHEMAS[name], {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
}
