import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answer } from '../../../tests/targets/matchers/matcher.ts';
import type { Question, Vendor } from './vendor.ts';

const ENGINE = '@google/gemini-cli-core';

/** What is used of the package; it publishes its declarations with these names. */
interface Module {
  loadPoliciesFromToml(
    folders: string[],
    tierOf: (folder: string) => number,
  ): Promise<{ rules: object[]; checkers: object[]; errors: { severity?: string }[] }>;
  PolicyEngine: new (
    config: object,
  ) => {
    check(call: object, server: string, annotations: object): Promise<{ decision: string }>;
    getExcludedTools(metadata: Map<string, object>, names: Set<string>): Set<string>;
  };
  generateValidName(name: string): string;
}

type Judge = (tool: string, args: Record<string, unknown> | undefined) => Promise<Answer>;

const ANSWERS = new Map<string, Answer>([
  ['allow', 'allow'],
  ['ask_user', 'ask'],
  ['deny', 'deny'],
]);

/** The loader and the engine of Gemini CLI, with the policies that it brings along below those of the user. */
export const geminiCli: Vendor = {
  target: 'gemini-cli',
  engine: ENGINE,
  version: '0.61.0',
  async decide(questions, folder) {
    const policies = join(folder, 'node_modules', ENGINE, 'dist/src/policy');
    const load = async (path: string): Promise<object> => import(pathToFileURL(join(policies, path)).href);
    const parts = ['toml-loader.js', 'policy-engine.js', '../tools/mcp-tool.js'];
    const module = Object.assign({}, ...(await Promise.all(parts.map(load)))) as Module;
    const { debug, warn } = console;
    // It tells of every decision, and of every name that is too long for it.
    Object.assign(console, { debug: () => undefined, warn: () => undefined });
    const judges = new Map<string, Promise<Judge>>();
    const answers: Answer[] = [];
    for (const { files, key, tool, args } of questions) {
      const text = files.find(({ name }) => name === 'toolwarden.toml')?.text ?? '';
      const id = `${key}\n${text}`;
      const judge = judges.get(id) ?? judgeOf(module, join(policies, 'policies'), text, key);
      judges.set(id, judge);
      answers.push(await (await judge)(tool, args));
    }
    Object.assign(console, { debug, warn });
    return answers;
  },
};

async function judgeOf(module: Module, own: string, text: string, key: Question['key']): Promise<Judge> {
  const users = mkdtempSync(join(tmpdir(), 'toolwarden-gemini-'));
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, 'toolwarden.toml'), text);
  const tier = (folder: string): number => (folder === users ? 4 : 1);
  const { rules, checkers, errors } = await module.loadPoliciesFromToml([own, users], tier);
  rmSync(users, { recursive: true });
  // It warns of names of tools that look like its own, and takes them.
  const refused = errors.filter(({ severity }) => severity !== 'warning');
  if (refused.length > 0) throw new Error(`Gemini CLI refuses the file: ${JSON.stringify(refused)}`);
  const engine = new module.PolicyEngine({ rules, checkers, approvalMode: 'default' });
  return async (tool, args) => {
    const name = module.generateValidName(`${key}_${tool}`);
    const about = { _serverName: key };
    const { decision } = await engine.check({ name, args: args ?? {} }, key, about);
    const answer = ANSWERS.get(decision);
    if (answer === undefined) throw new Error(`Gemini CLI decided ${decision}`);
    const isHidden = engine.getExcludedTools(new Map([[name, about]]), new Set([name])).has(name);
    if (isHidden && answer !== 'deny') throw new Error('hidden, and not denied');
    return isHidden ? 'hide' : answer;
  };
}
