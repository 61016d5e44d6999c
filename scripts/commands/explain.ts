import type { Command } from 'commander';
import { problem } from '../../src/ingest/problem.ts';
import { askCatalogue, askFile, explain } from '../../src/pipeline/explain.ts';
import { EMBEDDED_CATALOGUE } from '../embedded-catalogue.ts';
import { explanationText } from '../explanation-text.ts';
import { embeddedClassifier } from '../load-rules.ts';
import { print } from '../print.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  catalog: string;
}

/** `toolwarden explain`: how one verdict came about, for a person. */
export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('explain')
    .description('Tells how a verdict came about: explain SERVER/TOOL, or explain FILE NAME')
    .argument('<subject>', 'a catalogued SERVER/TOOL, or a file of definitions')
    .argument('[name]', 'name of a tool in the file')
    .option('--catalog <dir>', 'the catalogue', EMBEDDED_CATALOGUE)
    .action(async (subject: string, name: string | undefined, { catalog }: Flags) => {
      const { asked, findings } = name === undefined ? ask(catalog, subject) : await askFile(subject, name);
      if (findings.length > 0) throw new Unusable(findings);
      const explained = explain(asked, EMBEDDED_CATALOGUE, embeddedClassifier());
      await print(explained.map(explanationText).join('\n'));
      done(0);
    });
}

/** A server id holds no slash; the name of a tool may. */
function ask(catalog: string, subject: string): ReturnType<typeof askCatalogue> {
  const slash = subject.indexOf('/');
  if (slash > 0) return askCatalogue(catalog, subject.slice(0, slash), subject.slice(slash + 1));
  const hint = 'Write SERVER/TOOL, e.g. stripe/create_refund, or a file and the name of a tool in it.';
  return { asked: [], findings: [problem('no-subject', `"${subject}" names no tool.`, hint)] };
}
