import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import { claimFindings } from './claims.ts';
import { completenessFindings } from './completeness.ts';
import type { Definition, Provenance } from './definition.ts';
import { hiddenPieces, isPlain } from './hidden.ts';
import { isObject, type JsonValue, pointer } from './json.ts';
import { qualityFindings } from './quality.ts';
import { textureOf } from './texture.ts';

/**
 * Everything wrong with a definition that a reader of the verdict must know: incomplete, cut off, missing
 * parts, what a careless build leaves, the signs of poisoning that `indicatorFindings` found, other hidden characters, claims that contradict
 * the verdict.
 * Paths are JSON Pointers into the tool object; `file` and `line` are left null, since only the caller knows
 * where the definition came from.
 */
export function definitionFindings(
  definition: Definition,
  provenance: Provenance,
  verdict: Verdict,
  indicators: readonly Finding[],
): Finding[] {
  const texture = textureOf(definition);
  return [
    ...completenessFindings(definition, provenance),
    ...qualityFindings(definition, texture.hasInternals),
    ...indicators,
    ...(texture.isPlain ? [] : untold(hiddenFindings(definition, ''), indicators)),
    ...claimFindings(definition, verdict),
  ];
}

/** Names that one list gives more than once: a client can reach at most one of the tools. */
export function duplicateFindings(names: readonly string[]): Finding[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const hint = 'Give each tool of a server its own name; clients reach only one of them.';
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([name, count]) => {
      const message = `The name "${name}" stands for ${count} tools.`;
      return {
        code: 'duplicate-tool-name',
        severity: 'error',
        file: null,
        line: null,
        path: '',
        message,
        hint,
      };
    });
}

/** The indicators of hidden text say more of the same characters. */
const HIDDEN_TEXT: ReadonlySet<string> = new Set(['TP-01', 'TP-02', 'TP-03', 'TP-04']);

function untold(hidden: Finding[], indicators: readonly Finding[]): Finding[] {
  const told = new Set(indicators.flatMap(({ code, path }) => (HIDDEN_TEXT.has(code) ? [path] : [])));
  return hidden.filter(({ path }) => !told.has(path));
}

/** One finding per text that holds hidden characters, at its pointer; a key counts as the text of its own pointer. */
function hiddenFindings(value: JsonValue, at: string): Finding[] {
  if (typeof value === 'string') return hiddenIn(value, at);
  if (Array.isArray(value)) return value.flatMap((item, index) => hiddenFindings(item, `${at}/${index}`));
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const below = pointer(at, key);
    return [...hiddenIn(key, below), ...hiddenFindings(value[key] ?? null, below)];
  });
}

function hiddenIn(text: string, path: string): Finding[] {
  if (isPlain(text)) return [];
  const characters = hiddenPieces(text).flatMap((piece) => (piece.hidden ? [piece.text] : []));
  if (characters.length === 0) return [];
  const kinds = [...new Set(characters)];
  const named = `${kinds.slice(0, 6).join(', ')}${kinds.length > 6 ? ' and more' : ''}`;
  const many = characters.length === 1 ? 'a character' : `${characters.length} characters`;
  const message = `The text holds ${many} that a reader cannot see: ${named}.`;
  const hint = 'Remove them, or write them in a way that can be seen.';
  return [{ code: 'hidden-characters', severity: 'warning', file: null, line: null, path, message, hint }];
}
