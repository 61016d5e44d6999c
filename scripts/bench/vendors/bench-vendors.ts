import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../../../src/core/targets/target.ts';
import { TARGETS } from '../../../src/core/targets/targets.ts';
import { adviseCatalogue } from '../../../tests/targets/advised.ts';
import type { Answer } from '../../../tests/targets/matchers/matcher.ts';
import { prove } from '../../../tests/targets/proof.ts';
import { columns } from '../../terminal-table.ts';
import { geminiCli } from './gemini-cli.ts';
import type { Question, Vendor } from './vendor.ts';

const VENDORS: readonly Vendor[] = [geminiCli];

/** What the pages cite: the run of each evaluator that the tests do not have. */
const RECORD = 'tests/targets/vendor-runs.json';

interface Run {
  engine: string;
  version: string;
  date: string;
  servers: number;
  tools: number;
  decisions: number;
  wrong: string[];
}

/**
 * Installs the evaluator of each vendor into `folder`, has it decide upon the files for every server of the catalogue,
 * writes down what came of it and returns it as a table. Nothing of the packages is kept.
 */
export async function benchVendors(folder: string): Promise<string> {
  const servers = adviseCatalogue();
  const runs: Record<string, Run> = {};
  for (const vendor of VENDORS) {
    const target = TARGETS.find(({ id }) => id === vendor.target);
    if (target === undefined) throw new Error(`There is no target ${vendor.target}.`);
    const place = join(folder, vendor.target);
    install(vendor, place);
    runs[vendor.target] = await runOf(vendor, target, place, servers);
  }
  writeFileSync(RECORD, `${JSON.stringify(runs, null, 2)}\n`);
  const head = ['target', 'evaluator', 'date', 'servers', 'tools', 'decisions proven', 'wrong'];
  const rows = Object.entries(runs).map(([id, run]) => [
    ...[id, `${run.engine} ${run.version}`, run.date],
    ...[run.servers, run.tools, run.decisions - run.wrong.length, run.wrong.length].map(String),
  ]);
  return columns(head, rows);
}

/** What is there already, from a run before, is used. Scripts of the packages do not run. */
function install({ engine, version }: Vendor, place: string): void {
  if (existsSync(join(place, 'node_modules', engine))) return;
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{"private": true}\n');
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${engine}@${version}`];
  const { status } = spawnSync('npm', words, { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${engine}@${version} could not be installed.`);
}

async function runOf(
  { engine, version, decide }: Vendor,
  target: Target,
  place: string,
  servers: ReturnType<typeof adviseCatalogue>,
): Promise<Run> {
  const run: Run = {
    engine,
    version,
    date: new Date().toISOString().slice(0, 10),
    servers: servers.length,
    tools: 0,
    decisions: 0,
    wrong: [],
  };
  for (const { id, records } of servers) {
    // Evaluators answer later and the proof asks at once: so all that it asks is collected, answered, and asked again.
    const questions = new Map<string, Question>();
    prove(target, id, records, (files, key) => (tool, args) => {
      questions.set(idOf({ files, key, tool, args }), { files, key, tool, args });
      return 'hide';
    });
    const answers = await decide([...questions.values()], place);
    const answered = new Map([...questions.keys()].map((question, index) => [question, answers[index]]));
    const outcome = prove(
      target,
      id,
      records,
      (files, key) => (tool, args) => answered.get(idOf({ files, key, tool, args })) as Answer,
    );
    run.tools += outcome.tools;
    run.decisions += outcome.decisions;
    run.wrong.push(...outcome.wrong.map((one) => `${id}: ${one}`));
  }
  return run;
}

function idOf({ files, key, tool, args }: Question): string {
  return JSON.stringify([files.map(({ name, text }) => [name, text]), key, tool, args ?? null]);
}
