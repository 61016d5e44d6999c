import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, inject, test } from 'vitest';

const folder = inject('siteFolder');
const site = inject('site');

interface Operation {
  operationId: string;
  parameters?: { name: string }[];
  responses: { 200: { content: Record<string, { schema?: { $ref: string } }> } };
}

interface Document {
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, Record<string, unknown>> };
}

const read = (path: string): string => readFileSync(join(folder, decodeURIComponent(path)), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
addFormats.default(ajv);
let document: Document;
const validators = new Map<string, ValidateFunction>();

/** Every value that each parameter of an address takes together, from the indexes a program would read. */
let known: Record<string, Record<string, string>[]>;

beforeAll(() => {
  document = json('api/v1/openapi.json') as Document;
  for (const [name, schema] of Object.entries(document.components.schemas))
    validators.set(name, ajv.compile(schema));
  const { servers } = json('api/v1/servers.json') as { servers: { id: string }[] };
  const { tools } = json('api/v1/index.json') as { tools: { url: string }[] };
  const { purls } = json('api/v1/identifiers/purl/index.json') as { purls: { url: string }[] };
  const packages = purls.map(
    ({ url }) =>
      url
        .split('/purl/npm/')[1]
        ?.replace(/\.json$/, '')
        .split('/') ?? [],
  );
  const { attacks } = json('api/v1/attacks.json') as { attacks: { id: string }[] };
  known = {
    '': [{}],
    attack: attacks.map(({ id }) => ({ attack: id })),
    server: servers.map(({ id }) => ({ server: id })),
    'server tool': tools.map(({ url }) => {
      const [, , server = '', tool = ''] = url.split('/');
      return { server, tool };
    }),
    level: ['critical', 'high', 'medium', 'low', 'unrated'].map((level) => ({ level })),
    prefix: Array.from({ length: 256 }, (_, number) => ({ prefix: number.toString(16).padStart(2, '0') })),
    name: packages.flatMap(([name, more]) => (name === undefined || more !== undefined ? [] : [{ name }])),
    'namespace name': packages.flatMap(([namespace, name]) =>
      namespace === undefined || name === undefined ? [] : [{ namespace, name }],
    ),
    schema: readdirSync(join(folder, 'api/v1/schemas')).map((file) => ({
      schema: file.replace('.json', ''),
    })),
  };
});

function addressesOf(path: string, { parameters = [] }: Operation): string[] {
  const names = parameters.map(({ name }) => name).join(' ');
  const values = known[names];
  if (values === undefined) throw new Error(`nobody says what ${names} may be`);
  return values.map((value) => path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => value[name] ?? ''));
}

test('the document is OpenAPI 3.1 to a validator that is not ours', async () => {
  const validator = new Validator();
  const answer = await validator.validate(document as unknown as Record<string, unknown>);
  expect(answer).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('every address of every path is there, and fits its schema', () => {
  const troubles: string[] = [];
  let files = 0;
  for (const [path, { get }] of Object.entries(document.paths)) {
    const [[type = '', media] = []] = Object.entries(get.responses[200].content);
    const name = media?.schema?.$ref.split('/').at(-1);
    if (
      /json$/.test(type) &&
      name === undefined &&
      !['getOpenApi', 'getSchema', 'getRules'].includes(get.operationId)
    )
      troubles.push(`${path} has no schema`);
    const addresses = addressesOf(path, get);
    if (addresses.length === 0) troubles.push(`${path} leads nowhere`);
    for (const address of addresses) {
      const text = read(address);
      files += 1;
      const validate = name === undefined ? undefined : validators.get(name);
      if (/json$/.test(type) && validate?.(JSON.parse(text)) === false)
        troubles.push(`${address}: ${ajv.errorsText(validate.errors)}`);
    }
  }
  expect(troubles.slice(0, 10)).toEqual([]);
  expect(files).toBeGreaterThan(4000);
});

describe('as the site serves it', () => {
  test('the first address of each path has the type that the document says, for any origin', async () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      const [type] = Object.keys(get.responses[200].content);
      const answer = await fetch(site + (addressesOf(path, get)[0] ?? ''));
      expect([path, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
        path,
        200,
        type,
      ]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      await answer.body?.cancel();
    }
  });

  test('a package with a scope is found with its at sign written either way', async () => {
    for (const scope of ['@stripe', '%40stripe']) {
      const answer = await fetch(`${site}/api/v1/identifiers/purl/npm/${scope}/mcp.json`);
      expect(await answer.json()).toMatchObject({
        purl: 'pkg:npm/%40stripe/mcp',
        servers: [{ id: 'stripe' }],
      });
    }
  });

  test('what is not there is a 404', async () => {
    expect((await fetch(`${site}/api/v1/identifiers/purl/npm/no-such-package.json`)).status).toBe(404);
  });
});

test('no file holds a key that its schema does not tell', () => {
  const told = (schema: unknown, value: unknown, path: string): string[] => {
    if (typeof schema !== 'object' || schema === null || typeof value !== 'object' || value === null)
      return [];
    const { properties, items, anyOf } = schema as {
      properties?: Record<string, unknown>;
      items?: unknown;
      anyOf?: unknown[];
    };
    if (anyOf !== undefined) {
      const all = anyOf.map((one) => told(one, value, path));
      return all.find((one) => one.length === 0) ?? all[0] ?? [];
    }
    if (Array.isArray(value)) return value.slice(0, 40).flatMap((one) => told(items, one, `${path}/-`));
    if (properties === undefined || path.endsWith('/definition')) return [];
    return Object.entries(value).flatMap(([key, one]) =>
      key in properties ? told(properties[key], one, `${path}/${key}`) : [`${path}/${key}`],
    );
  };
  const untold = new Set<string>();
  for (const [path, { get }] of Object.entries(document.paths)) {
    const name = Object.values(get.responses[200].content)[0]?.schema?.$ref.split('/').at(-1);
    const schema = document.components.schemas[name ?? ''];
    if (schema === undefined) continue;
    for (const address of addressesOf(path, get).slice(0, 300))
      for (const key of told(schema, json(address), name ?? '')) untold.add(key);
  }
  expect([...untold]).toEqual([]);
});

test('the downloads hold the same tools as the index', () => {
  const { tools } = json('api/v1/index.json') as { tools: { id: string; url: string }[] };
  const lines = gunzipSync(readFileSync(join(folder, 'api/v1/tools.jsonl.gz')))
    .toString()
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(tools.map(({ id }) => id));
  expect(`${lines[0]}\n`).toBe(read(tools[0]?.url ?? ''));
  const modified = read('api/v1/modified.csv').trimEnd().split('\r\n').slice(1);
  expect(modified.map((line) => line.split(',').at(-1)).sort()).toEqual(tools.map(({ url }) => url).sort());
  const dates = modified.map((line) => line.slice(0, 10));
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(read('api/v1/tools.csv').split('\r\n')).toHaveLength(tools.length + 2);
});

test('the hash of every definition that is served leads to its tool', () => {
  const { tools } = json('api/v1/index.json') as { tools: { id: string; definitionHash: string }[] };
  for (const { id, definitionHash } of tools) {
    const shard = json(`api/v1/hashes/${definitionHash.slice(7, 9)}.json`) as {
      hashes: Record<string, { id: string; current: boolean }[]>;
    };
    expect(shard.hashes[definitionHash]).toContainEqual(expect.objectContaining({ id, current: true }));
  }
});
