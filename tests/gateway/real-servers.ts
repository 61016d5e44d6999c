import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { conclusionsOf, subjectsOf } from '../../src/core/present/subject.ts';
import type { ToolAdvice } from '../../src/core/recommend/advice.ts';
import { readCatalogue } from '../../src/ingest/catalogue.ts';
import { loadClassifier } from '../../src/pipeline/rulebook.ts';

const require = createRequire(import.meta.url);

/** A server of the catalogue, installed at the version its entry was observed at. */
export interface RealServer {
  id: 'filesystem' | 'memory' | 'everything';
  /** Where its program lies, and the version that is installed. */
  command: string[];
  version: string;
}

/** `folder` is what the server may work on. */
export function realServer(id: RealServer['id'], folder: string): RealServer {
  const manifests = {
    filesystem: require.resolve('@modelcontextprotocol/server-filesystem/package.json'),
    memory: require.resolve('@modelcontextprotocol/server-memory/package.json'),
    everything: require.resolve('@modelcontextprotocol/server-everything/package.json'),
  };
  const program = [process.execPath, join(dirname(manifests[id]), 'dist/index.js')];
  const { version } = require(manifests[id]) as { version: string };
  const commands = {
    filesystem: [...program, folder],
    memory: ['/usr/bin/env', `MEMORY_FILE_PATH=${join(folder, 'memory.jsonl')}`, ...program],
    everything: program,
  };
  return { id, command: commands[id], version };
}

/** What the pages of the server advise, and the version they speak of. */
export function advised(id: RealServer['id']): { advice: ToolAdvice[]; version: string | null } {
  const { classifier } = loadClassifier('catalog');
  const server = readCatalogue('catalog')
    .sources.find((source) => source.id === id)
    ?.read().server;
  if (classifier === null || server === null || server === undefined)
    throw new Error(`${id} cannot be read; see toolwarden check.`);
  const subjects = subjectsOf(server, conclusionsOf(server, classifier));
  return { advice: subjects.map(({ advice }) => advice), version: server.observed.version };
}

/** Ordinary arguments of every tool, in an order in which each finds what it needs. */
export const ORDINARY: Record<RealServer['id'], (folder: string) => [tool: string, args: object][]> = {
  filesystem: (folder) => {
    const path = join(folder, 'note.txt');
    return [
      ['create_directory', { path: join(folder, 'made') }],
      ['write_file', { path: join(folder, 'made/new.txt'), content: 'new' }],
      ['read_file', { path }],
      ['read_text_file', { path }],
      ['read_media_file', { path: join(folder, 'dot.png') }],
      ['read_multiple_files', { paths: [path] }],
      ['edit_file', { path, edits: [{ oldText: 'old', newText: 'older' }] }],
      ['list_directory', { path: folder }],
      ['list_directory_with_sizes', { path: folder }],
      ['directory_tree', { path: folder }],
      ['search_files', { path: folder, pattern: '*.txt' }],
      ['get_file_info', { path }],
      ['list_allowed_directories', {}],
      ['move_file', { source: join(folder, 'move.txt'), destination: join(folder, 'moved.txt') }],
    ];
  },
  memory: () => {
    const relations = [{ from: 'a', to: 'b', relationType: 'knows' }];
    return [
      ['create_entities', { entities: [{ name: 'c', entityType: 'thing', observations: [] }] }],
      ['create_relations', { relations: [{ from: 'b', to: 'a', relationType: 'knows' }] }],
      ['add_observations', { observations: [{ entityName: 'a', contents: ['tall'] }] }],
      ['search_nodes', { query: 'a' }],
      ['open_nodes', { names: ['a'] }],
      ['read_graph', {}],
      ['delete_observations', { deletions: [{ entityName: 'a', observations: ['old'] }] }],
      ['delete_relations', { relations }],
      ['delete_entities', { entityNames: ['b'] }],
    ];
  },
  everything: () => [
    ['echo', { message: 'hi' }],
    ['get-annotated-message', { messageType: 'success' }],
    ['get-env', {}],
    ['get-resource-links', { count: 1 }],
    ['get-resource-reference', { resourceId: 1, resourceType: 'Text' }],
    ['get-structured-content', { location: 'Chicago' }],
    ['get-sum', { a: 1, b: 2 }],
    ['get-tiny-image', {}],
    ['gzip-file-as-resource', { name: 'a.gz', data: 'data:text/plain,hi', outputType: 'resource' }],
    ['toggle-simulated-logging', {}],
    ['toggle-subscriber-updates', {}],
    ['trigger-long-running-operation', { duration: 0.1, steps: 1 }],
    ['simulate-research-query', { topic: 'policies' }],
  ],
};

/** What lies in the folder before any call. */
export const BEFORE = {
  'note.txt': 'old\n',
  'move.txt': 'here\n',
  'dot.png': 'not looked at',
  'memory.jsonl': [
    { type: 'entity', name: 'a', entityType: 'thing', observations: ['old'] },
    { type: 'entity', name: 'b', entityType: 'thing', observations: [] },
    { type: 'relation', from: 'a', to: 'b', relationType: 'knows' },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
};
