import type { Finding } from '../finding.ts';
import type { Definition, Provenance } from './definition.ts';
import { isObject } from './json.ts';

/** Signs and words that never end a text: something must follow them. */
const CUT = /[=([{,&+:]$|(?<!\p{L})(?:and|or|the|an?|your|which)$/iu;

/** Words that may end a sentence ("text to replace with"), though a listing that ends there was most likely cut. */
const CUT_LISTING = /(?<!\p{L})(?:with|of|to|in|for|by|via|from|that|after you)$/iu;

/** True when a description visibly breaks off. */
export function isCutOff(description: string, provenance: Provenance): boolean {
  const end = description.trimEnd().slice(-40);
  return CUT.test(end) || (provenance === 'listed' && CUT_LISTING.test(end));
}

/** What a definition lacks: the whole of it (a listing), its description or the end of it, its schema. */
export function completenessFindings(definition: Definition, provenance: Provenance): Finding[] {
  return [
    ...listing(provenance),
    ...descriptionFindings(definition, provenance),
    ...schemaFindings(definition, provenance),
  ];
}

function listing(provenance: Provenance): Finding[] {
  if (provenance === 'observed') return [];
  const message = 'This definition was read from a printed listing: what the listing left out is not known.';
  const hint = 'Ingest the server itself, so that tools/list gives the whole definition.';
  return [
    { code: 'definition-incomplete', severity: 'warning', file: null, line: null, path: '', message, hint },
  ];
}

function descriptionFindings({ description }: Definition, provenance: Provenance): Finding[] {
  const at = { severity: 'warning', file: null, line: null, path: '/description' } as const;
  if (typeof description !== 'string' || description.trim() === '') {
    const hint = 'Say in one sentence what one call does and to what.';
    return [{ code: 'description-missing', ...at, message: 'The tool has no description.', hint }];
  }
  if (!isCutOff(description, provenance)) return [];
  const message = `The description breaks off: it ends with "${lastWords(description)}".`;
  const hint = 'Give the whole description; what is missing may be what matters.';
  return [{ code: 'description-cut-off', ...at, message, hint }];
}

function lastWords(text: string): string {
  return text.trimEnd().slice(-40).split(/\s+/).slice(-4).join(' ');
}

/** Some registry files carry `arguments` in place of a schema, and a listing never has one. */
function schemaFindings(
  { inputSchema, arguments: registered }: Definition,
  provenance: Provenance,
): Finding[] {
  if (isObject(inputSchema) || Array.isArray(registered) || provenance === 'listed') return [];
  const message = 'The tool has no input schema: its parameters are not known.';
  const hint = 'Give an inputSchema of type "object", with empty properties when the tool takes none.';
  return [
    {
      code: 'schema-missing',
      severity: 'warning',
      file: null,
      line: null,
      path: '/inputSchema',
      message,
      hint,
    },
  ];
}
