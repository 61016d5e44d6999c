import type { Sighting } from './sighting.ts';
import { fold } from './words/fold.ts';
import { latinLookalike, withoutDigits } from './words/lookalikes.ts';

/** What clients themselves call their tools: a server that reuses such a name can be called in their place. */
const BUILT_IN = new Set(
  'bash read_file write_file edit fetch read write glob grep ls webfetch web_fetch websearch web_search todowrite todo_write notebookedit multiedit str_replace_editor str_replace_based_edit_tool computer run_terminal_cmd run_in_terminal edit_file list_dir codebase_search apply_patch shell run_shell_command execute_command replace_in_file task exitplanmode ask_user attempt_completion view create_file delete_file'.split(
    ' ',
  ),
);
const RESERVED =
  /^(?:Bash|Read|Write|Edit|MultiEdit|Glob|Grep|LS|WebFetch|WebSearch|TodoWrite|NotebookEdit|Task|ExitPlanMode|str_replace_editor|str_replace_based_edit_tool|run_terminal_cmd|bash_tool|mcp__.*|functions\..*)$/;
const CONFORMING = /^[A-Za-z0-9_.-]{1,128}$/;
const GRAVE = /[<>"'`$;|&\\{}\n\r\t\0]|\.\.\//;

/** TP-05, TP-24, TP-32 of a tool's name. `known`: tool names of the catalogue and the servers that have them. */
export function nameSightings(
  name: string,
  known: ReadonlyMap<string, readonly string[]>,
  server: string | undefined,
): Sighting[] {
  return [...lookalike(name, known, server), ...shadowing(name, known, server), ...nonConforming(name)];
}

function lookalike(
  name: string,
  known: ReadonlyMap<string, readonly string[]>,
  server: string | undefined,
): Sighting[] {
  const folded = fold(name).text;
  const latin = latinLookalike(folded) ?? folded;
  const isDisguised = /(?![\0-\x7f])\p{L}/u.test(name) && /^[a-z0-9_.\- /]+$/.test(latin);
  if (isDisguised && !isAccented(name))
    return [
      {
        id: 'TP-05',
        tier: 'soft',
        path: '/name',
        quote: name,
        says: `letters of another script in a name that reads "${latin}"`,
      },
    ];
  const undone = withoutDigits(folded);
  if (undone === folded || !/[a-z][0134578@$][a-z]/.test(folded) || !isTaken(undone, known, server))
    return [];
  return [
    {
      id: 'TP-05',
      tier: 'soft',
      path: '/name',
      quote: name,
      says: `digits in a name that reads "${undone}"`,
    },
  ];
}

/** "crème_brulée" is honest spelling: plain letters with marks. */
function isAccented(name: string): boolean {
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: they are looked for one by one
  return /^[\0-\u024f\u0300-\u036f]*$/.test(name);
}

function isTaken(
  name: string,
  known: ReadonlyMap<string, readonly string[]>,
  server: string | undefined,
): boolean {
  return BUILT_IN.has(name) || (known.get(name) ?? []).some((other) => other !== server);
}

function shadowing(
  name: string,
  known: ReadonlyMap<string, readonly string[]>,
  server: string | undefined,
): Sighting[] {
  if (RESERVED.test(name)) return [{ id: 'TP-24', tier: 'soft', path: '/name', quote: name }];
  const others = (known.get(name) ?? []).filter((other) => other !== server);
  if (!BUILT_IN.has(name.toLowerCase())) return [];
  const says =
    others.length === 0
      ? undefined
      : `the name of a tool that ${others.slice(0, 3).join(', ')} ${others.length === 1 ? 'has' : 'have'}`;
  return [{ id: 'TP-24', tier: 'note', path: '/name', quote: name, ...(says === undefined ? {} : { says }) }];
}

/** Source: MCP specification, tool names, since 2025-11-25 (SEP-986). */
function nonConforming(name: string): Sighting[] {
  if (CONFORMING.test(name)) return [];
  const what =
    name === ''
      ? 'no character'
      : name.length > 128
        ? `${name.length} characters`
        : 'characters outside A-Z, a-z, 0-9, "_", "-" and "."';
  return [{ id: 'TP-32', tier: GRAVE.test(name) ? 'soft' : 'note', path: '/name', quote: name, says: what }];
}
