import { closeSync, openSync, writeSync } from 'node:fs';

const VERBS = [
  'list',
  'get',
  'search',
  'create',
  'update',
  'delete',
  'send',
  'run',
  'pay',
  'export',
  'validate',
  'invite',
];
const NOUNS = [
  'invoice',
  'project',
  'message',
  'deployment',
  'file',
  'customer',
  'report',
  'database',
  'member',
  'token',
];
const SPHERES = [
  'archived',
  'draft',
  'shared',
  'monthly',
  'remote',
  'public',
  'pending',
  'nested',
  'primary',
  'linked',
];
const TOOLS_PER_SERVER = 40;

/** Writes `count` definitions, about as large as real ones, as lines that `build` reads. The same for every run. */
export function writeGeneratedTools(file: string, count: number): void {
  const descriptor = openSync(file, 'w');
  for (let start = 0; start < count; start += 1000) {
    const lines = Array.from({ length: Math.min(1000, count - start) }, (_, index) => lineOf(start + index));
    writeSync(descriptor, `${lines.join('\n')}\n`);
  }
  closeSync(descriptor);
}

function lineOf(number: number): string {
  const server = `service-${Math.floor(number / TOOLS_PER_SERVER)}`;
  return JSON.stringify({ server, version: '1.0.0', date: '2026-01-01', tool: generatedTool(number) });
}

export function generatedTool(number: number): { name: string } & Record<string, unknown> {
  const pick = (words: readonly string[], step: number): string =>
    words[Math.floor(number / step) % words.length] ?? '';
  const [verb, noun, sphere] = [
    pick(VERBS, 1),
    pick(NOUNS, VERBS.length),
    pick(SPHERES, VERBS.length * NOUNS.length),
  ];
  const subject = `${sphere} ${noun}`;
  return {
    name: `${verb}_${sphere}_${noun}_${number}`,
    description: `${verb[0]?.toUpperCase()}${verb.slice(1)}s the ${subject} with the given identifier in the workspace of the caller. Returns the ${subject} and its revision ${number}.`,
    inputSchema: {
      type: 'object',
      properties: {
        [`${noun}_id`]: { type: 'string', description: `Identifier of the ${subject}` },
        path: { type: 'string', description: 'Path below the workspace' },
        mode: { type: 'string', enum: ['full', 'summary', 'changes'], default: 'summary' },
        limit: { type: 'integer', minimum: 1, maximum: 100, description: 'Most results to return' },
      },
      required: [`${noun}_id`],
    },
    annotations: { readOnlyHint: verb === 'list' || verb === 'get', title: `${verb} ${subject}` },
  };
}
