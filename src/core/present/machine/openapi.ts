import { API_SCHEMAS, type ApiSchema, apiJsonSchema } from '../../schemas/api/api-schemas.ts';
import { ENDPOINTS, type Endpoint, PARAMETERS, parametersOf } from './endpoints.ts';

/** `/api/v1/openapi.json` (OpenAPI 3.1): every address of {@link ENDPOINTS} with the schema of what is there. */
export function openApi(site: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Toolwarden catalogue',
      version: '1',
      summary: 'What every catalogued MCP tool can do: category, risk, evidence and policy, as static files.',
      description: `Everything is read with GET, without a key. What stays as it is and what may change: ${site}/api/.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: site }],
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
    components: {
      schemas: Object.fromEntries(
        (Object.keys(API_SCHEMAS) as ApiSchema[]).map((name) => [name, component(name)]),
      ),
    },
  };
}

function operation(endpoint: Endpoint): Record<string, unknown> {
  const parameters = parametersOf(endpoint).map((name) => ({
    name,
    in: 'path',
    required: true,
    description: PARAMETERS[name],
    schema: { type: 'string' },
  }));
  const mediaType =
    endpoint.schema === undefined ? {} : { schema: { $ref: `#/components/schemas/${endpoint.schema}` } };
  return {
    operationId: endpoint.id,
    summary: endpoint.what,
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: {
      200: { description: endpoint.what, content: { [endpoint.type]: mediaType } },
      ...(parameters.length === 0 ? {} : { 404: { description: 'There is nothing of that name.' } }),
    },
  };
}

/** The document states the dialect once, so its parts do not. */
function component(name: ApiSchema): Record<string, unknown> {
  const { $schema, ...schema } = apiJsonSchema(name);
  return schema;
}
