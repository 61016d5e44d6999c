import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Finding } from '../core/finding.ts';
import { readFrontMatter } from './front-matter.ts';
import { problem } from './problem.ts';
import { validated } from './validated.ts';

/** The front matter of `notes.md`: it names its server, so that notes in a wrong folder are noticed. */
const NotesHead = z.strictObject({ server: z.string() });

/** Reads the `notes.md` of a server: its prose, or null when there is no such file or it cannot be used. */
export function readNotes(file: string, server: string): { prose: string | null; findings: Finding[] } {
  if (!existsSync(file)) return { prose: null, findings: [] };
  const { found, findings } = readFrontMatter(readFileSync(file, 'utf8'), file);
  if (found === null) return { prose: null, findings };
  const head = validated(NotesHead, found.source);
  if (head.value === null) return { prose: null, findings: head.findings };
  if (head.value.server === server) return { prose: found.content, findings: [] };
  const message = `The notes are about "${head.value.server}" and lie in the folder of "${server}".`;
  const where = { file, line: found.source.lineOf('/server'), path: '/server' };
  return {
    prose: null,
    findings: [problem('notes-elsewhere', message, `Write server: ${server}, or move the file.`, where)],
  };
}
