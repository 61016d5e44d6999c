import matter from 'gray-matter';
import type { Finding } from '../core/finding.ts';
import { problem } from './problem.ts';
import { readYaml, type Sourced } from './yaml.ts';

/** A Markdown file in its two parts; the lines of `source` are those of the file. */
export interface FrontMatter {
  source: Sourced;
  content: string;
  /** Line of the file on which the content begins. */
  contentLine: number;
}

/** Stands in for every engine that is not YAML: by default some of them run what the file says. */
function refused(): never {
  throw new Error('Front matter is YAML here.');
}

/**
 * The only door for front matter: no other module imports gray-matter. YAML goes through our own door, and a file
 * whose first line is not exactly `---` (such as `---js`) is refused before gray-matter sees it. The options object
 * also keeps gray-matter from answering out of its cache.
 */
export function readFrontMatter(
  text: string,
  file: string,
): { found: FrontMatter | null; findings: Finding[] } {
  if (text.slice(0, text.search(/\n|$/)) !== '---') return { found: null, findings: [badOpening(file)] };
  let read: ReturnType<typeof readYaml> | null = null;
  const yaml = (inner: string): object => {
    // The opening line is not part of what an engine gets, so a line is put back in its place.
    read = readYaml(`\n${inner.replace(/^\n/, '')}`, file);
    return {};
  };
  const engines = { yaml, json: refused, js: refused, javascript: refused, coffee: refused };
  const { content } = matter(text, { language: 'yaml', delimiters: '---', engines });
  const { source, findings } = (read as ReturnType<typeof readYaml> | null) ?? readYaml('', file);
  const contentLine = text.slice(0, text.length - content.trimStart().length).split('\n').length;
  return { found: source === null ? null : { source, content: content.trim(), contentLine }, findings };
}

function badOpening(file: string): Finding {
  const message = 'The file does not begin with a line that is exactly "---".';
  const hint = 'Begin with ---, then YAML, then --- again; no language may follow the dashes.';
  return problem('front-matter', message, hint, { file, line: 1 });
}
