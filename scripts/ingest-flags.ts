import { type Command, InvalidArgumentError, Option } from 'commander';

/** What every kind of ingest may be told. */
export interface Flags {
  id?: string;
  catalog: string;
  date: string;
  timeout: number;
  env: Record<string, string>;
  arg: string[];
  bin?: string;
  header: Record<string, string>;
  server?: string;
}

/** Adds the options of {@link Flags}; a value that cannot be used ends the command with exit code 2. */
export function withOptions(command: Command): Command {
  return command
    .option('--id <id>', 'id of the entry, e.g. brave-search')
    .option('--catalog <dir>', 'the catalogue', 'catalog')
    .addOption(new Option('--date <date>', 'day of the observation').argParser(day).default(today(), 'today'))
    .addOption(
      new Option('--timeout <seconds>', 'time limit for each server, installing its package included')
        .argParser(seconds)
        .default(300),
    )
    .addOption(
      new Option('--env <name=value>', 'variable for the server (repeatable)')
        .argParser(pairs('='))
        .default({}),
    )
    .addOption(
      new Option('--header <name:value>', 'header for a remote server (repeatable)')
        .argParser(pairs(':'))
        .default({}),
    )
    .addOption(
      new Option('--arg <arg>', 'argument for the server (repeatable)').argParser(append).default([]),
    )
    .option('--bin <name>', 'which program of the package')
    .option('--server <name>', 'which server of the JSON Lines');
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function day(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError('Write a date as YYYY-MM-DD.');
  // The engine takes 31 February for a day in March.
  if (new Date(time).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('There is no such day.');
}

/** A time limit on the command line. */
export function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 3600) return value;
  throw new InvalidArgumentError('Write seconds between 0 and 3600.');
}

function append(text: string, before: string[]): string[] {
  return [...before, text];
}

/** A repeatable option of names with values. */
export function pairs(
  separator: string,
): (text: string, before: Record<string, string>) => Record<string, string> {
  return (text, before) => {
    const at = text.indexOf(separator);
    if (at < 1) throw new InvalidArgumentError(`Write NAME${separator}VALUE.`);
    return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
  };
}
