import { codeSpan, escapeMarkdown as text } from '../escape-markdown.ts';
import { blocks, table } from '../markdown-table.ts';
import { type Endpoint, GROUPS, PARAMETERS, type Parameter, parametersOf } from './endpoints.ts';
import { PROMISE } from './promise.ts';

/** Everything that /api/ shows. */
export interface ApiPage {
  href: string;
  lead: string;
  groups: { id: string; title: string; endpoints: EndpointRow[] }[];
  parameters: { name: Parameter; means: string }[];
  promise: typeof PROMISE;
}

interface EndpointRow {
  path: string;
  /** Where it can be opened as it stands; null where something must be filled in. */
  href: string | null;
  type: string;
  schema: { name: string; href: string } | null;
  what: string;
}

export function apiPage(): ApiPage {
  const used = new Set(GROUPS.flatMap(({ endpoints }) => endpoints.flatMap(parametersOf)));
  return {
    href: '/api/',
    lead: 'The whole catalogue as static files: look up a tool, a server, a package or a definition hash, download everything, or follow what changes.',
    groups: GROUPS.map(({ id, title, endpoints }) => ({ id, title, endpoints: endpoints.map(rowOf) })),
    parameters: (Object.keys(PARAMETERS) as Parameter[])
      .filter((name) => used.has(name))
      .map((name) => ({ name, means: PARAMETERS[name] })),
    promise: PROMISE,
  };
}

function rowOf(endpoint: Endpoint): EndpointRow {
  const { path, type, schema, what } = endpoint;
  return {
    path,
    href: parametersOf(endpoint).length === 0 ? path : null,
    type,
    schema: schema === undefined ? null : { name: schema, href: `/api/v1/schemas/${schema}.json` },
    what,
  };
}

export function apiMarkdown(page: ApiPage): string {
  const endpointTable = (rows: readonly EndpointRow[]): string =>
    table(
      ['Address', 'Type', 'Schema', 'What'],
      rows.map(({ path, href, type, schema, what }) => [
        href === null ? codeSpan(path) : `[${path}](${href})`,
        type,
        schema === null ? '' : `[${schema.name}](${schema.href})`,
        text(what),
      ]),
    );
  return `${blocks([
    '# For machines',
    text(page.lead),
    ...page.groups.flatMap(({ title, endpoints }) => [`## ${title}`, endpointTable(endpoints)]),
    '## What stands in braces',
    page.parameters.map(({ name, means }) => `- \`{${name}}\`: ${text(means)}`).join('\n'),
    ...page.promise.flatMap(({ heading, sentences }) => [
      `## ${heading}`,
      sentences.map((sentence) => `- ${text(sentence)}`).join('\n'),
    ]),
  ])}\n`;
}
