import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import type { Definition } from '../tool/definition.ts';
import { type Parameter, readParameters } from '../tool/parameters.ts';
import { found } from './directory-finding.ts';

/** Source: RFC 9110, section 9.2.1. */
const HARMLESS_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const OTHER_METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** One tool that both reads and changes: HTTP methods of both kinds, or documented actions of both. */
export function mixedFindings(definition: Definition, verdict: Verdict): Finding[] {
  const [method] = readParameters(definition).filter((parameter) => takesAnyMethod(parameter, verdict));
  const action = mixedAction(verdict);
  if (method === undefined && action === null) return [];
  const message =
    method === undefined
      ? `One tool both reads (${action?.reads}) and changes (${action?.changes}).`
      : 'One tool sends HTTP requests that read and requests that change.';
  const hint =
    'Split it: one tool that reads, and one for each kind of change. Saying it in the description is not enough.';
  return [found('directory-mixed', 'error', method?.pointer ?? action?.path ?? '', message, hint)];
}

function takesAnyMethod(parameter: Parameter, { effects }: Verdict): boolean {
  const values = parameter.enum.map((value) => String(value).toUpperCase());
  if (values.some((value) => HARMLESS_METHODS.has(value)) && values.some((value) => OTHER_METHODS.has(value)))
    return true;
  const isMethod = /^(?:http|request)?[_-]?(?:method|verb)$/i.test(parameter.name);
  return isMethod && values.length === 0 && effects.includes('run-arbitrary');
}

function mixedAction({ actions }: Verdict): { reads: string; changes: string; path: string } | null {
  const reads = actions.find(({ category }) => category === 'Read');
  const changes = actions.find(({ category }) => category !== 'Read' && category !== 'Unclassified');
  if (reads === undefined || changes === undefined) return null;
  const path = changes.field.replace(/\/enum\/\d+$/, '');
  return { reads: reads.value, changes: changes.value, path };
}

/** A tool to which the caller hands a whole query or request must name what it is sent to. */
export function queryFindings({ description }: Definition, { effects, signals }: Verdict): Finding[] {
  const isQuery = effects.includes('run-arbitrary') && (signals.includes('query') || signals.includes('url'));
  if (!isQuery || (typeof description === 'string' && /https?:\/\//i.test(description))) return [];
  const message =
    'The caller writes the query or request, and the description links no documentation of the target.';
  const hint = 'Name the target API in the description, at best with the address of its documentation.';
  return [found('directory-query', 'warning', '/description', message, hint)];
}
