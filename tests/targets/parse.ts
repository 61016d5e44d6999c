import { spawnSync } from 'node:child_process';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { RenderedFile, Rendering } from '../../src/core/targets/target.ts';

/** What a real parser reads from the emitted bytes; a text as it is where this file has no parser for it. */
export function parsed({ language, text }: RenderedFile): unknown {
  const read = Buffer.from(text, 'utf8').toString('utf8');
  if (language === 'json') return JSON.parse(read);
  if (language === 'toml') return parseToml(read);
  if (language === 'yaml') return parseYaml(read);
  if (language === 'markdown') return parseYaml(read.split('---\n')[1] ?? '');
  if (language === 'shell') return shellWords(read);
  return read;
}

/** The file of that name, parsed. Throws when the rendering has none. */
export function fileOf(rendering: Rendering, name: string): unknown {
  const file = rendering.files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no file ${name}`);
  return parsed(file);
}

/** The words of a command as a real shell cuts them. */
function shellWords(text: string): string[] {
  const script = `copilot() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${text}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(stderr);
  return stdout.split('\0').slice(0, -1);
}

/** Every string in a parsed value, keys included. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}
