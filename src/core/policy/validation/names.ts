import { isPlain } from '../../tool/hidden.ts';
import { isObject, type JsonObject, pointer } from '../../tool/json.ts';
import { kind, listAt } from './keys.ts';
import { nearest } from './nearest.ts';
import type { Report } from './problem.ts';

const HIDE = { what: '"hide"', keys: [], example: 'Write "hide": ["delete_file"].' };

/** Checks `hide`, and every name of a tool wherever it stands. `known` are the tools of the server, where they are known. */
export function checkNames(policy: JsonObject, known: readonly string[] | null, report: Report): void {
  const tools = isObject(policy['tools']) ? policy['tools'] : {};
  for (const name of Object.keys(tools)) checkListed(name, pointer('/tools', name), known, report);
  const entries = policy['hide'] === undefined ? [] : listAt(policy['hide'], '/hide', HIDE, report);
  const seen = new Set<unknown>();
  for (const [index, entry] of (entries ?? []).entries()) {
    const at = `/hide/${index}`;
    if (seen.has(entry)) {
      report.warning(
        'hidden-twice',
        at,
        `This entry, ${kind(entry)}, stands in "hide" twice.`,
        'Leave one of them out.',
      );
    } else checkHidden(entry, at, tools, known, report);
    seen.add(entry);
  }
  if (!seen.has('*') || seen.size === 1) return;
  const message = '"*" hides every tool, so the names beside it do nothing.';
  report.warning('hides-all-and-more', '/hide', message, 'Write ["*"], or the names alone.');
}

function checkHidden(
  entry: unknown,
  at: string,
  tools: JsonObject,
  known: readonly string[] | null,
  report: Report,
): void {
  if (typeof entry !== 'string') {
    report.error(
      'hide-no-text',
      at,
      `"hide" lists names, and this is ${kind(entry)}.`,
      'Write ["delete_file"].',
    );
    return;
  }
  if (entry === '') {
    report.error(
      'hide-empty',
      at,
      'This name is empty.',
      'Write the name of a tool, or leave the entry out.',
    );
    return;
  }
  if (entry === '*') {
    if (Object.keys(tools).length === 0) return;
    const message = '"*" hides every tool, so nothing in "tools" is ever reached.';
    report.error(
      'hides-all-and-lists',
      at,
      message,
      'Leave "*" out and set "default": "deny", or leave "tools" out.',
    );
    return;
  }
  if (Object.hasOwn(tools, entry)) {
    const message = `The tool ${JSON.stringify(entry)} is hidden here and has a rule in "tools", which is never reached.`;
    report.error(
      'hidden-and-listed',
      at,
      message,
      'Keep the entry of "hide" to deny it, or the rule to allow it.',
    );
    return;
  }
  if (/[*?]/.test(entry) && known?.includes(entry) !== true) {
    const message = `The entry ${JSON.stringify(entry)} is taken as a name: only "*" alone stands for every tool.`;
    report.warning('hide-pattern', at, message, 'List each tool by its name.');
    return;
  }
  checkName(entry, at, known, report);
}

function checkListed(name: string, at: string, known: readonly string[] | null, report: Report): void {
  if (name === '') {
    report.errorAtKey(
      'empty-name',
      at,
      'The name of this tool is empty.',
      'Write the name that the server gives it.',
    );
    return;
  }
  if (/[*?]/.test(name) && known?.includes(name) !== true) {
    const message = `${JSON.stringify(name)} in "tools" is taken as a name, not as a pattern.`;
    const instead =
      'Use "default" for the tools without a rule, "all_tools" for limits over all, or list each tool.';
    report.errorAtKey('tool-pattern', at, message, instead);
    return;
  }
  checkName(name, at, known, report);
}

function checkName(name: string, at: string, known: readonly string[] | null, report: Report): void {
  if (known !== null) {
    if (known.includes(name)) return;
    const meant = nearest(name, known);
    const instead =
      meant === null
        ? 'Write the name as the server lists it.'
        : `Write ${JSON.stringify(meant)}, which it has.`;
    report.errorAtKey('unknown-tool', at, `This server has no tool ${JSON.stringify(name)}.`, instead);
    return;
  }
  if (name !== name.trim() || !isPlain(name)) {
    const message = `${JSON.stringify(name)} holds blanks at its ends or characters that cannot be seen.`;
    report.warning(
      'odd-name',
      at,
      message,
      'Write the name as the server lists it; names are compared exactly.',
    );
  }
}
