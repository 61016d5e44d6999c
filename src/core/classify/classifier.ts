import type { Finding } from '../finding.ts';
import type { Definition, Provenance } from '../tool/definition.ts';
import type { Strip } from './act.ts';
import { type Compiled, compileCondition, leadingActs } from './conditions.ts';
import { confidenceOf } from './confidence.ts';
import { GRAMMAR, type Grammar, grammarOf } from './grammar.ts';
import { flagsOf, type Judgement, judge, raisedTo } from './judge.ts';
import { type Reading, readDefinition } from './reading.ts';
import { emissionsOf, isOfEffect, mergeReasons, uniqueSpans } from './reasons.ts';
import type { Resolve } from './requirements.ts';
import type { Lexicon, Rule, Words } from './rule.ts';
import { runnerUp } from './runner-up.ts';
import type { Reason, Verdict } from './verdict.ts';
import { Vocabulary } from './vocabulary.ts';

/** A compiled rulebook. Pure: the same definition always gets the same verdict. */
export interface Classifier {
  classify(definition: Definition, provenance: Provenance): Verdict;
  /** What the rules see of a definition; for `explain` and for measuring. */
  read(definition: Definition): Reading;
}

/** Ids of the lexicons that the parser itself needs. */
const GRAMMAR_LEXICONS: readonly string[] = Object.values(GRAMMAR);

interface CompiledRule {
  rule: Rule;
  when: Compiled;
  unless: Compiled | null;
}

/**
 * Compiles rules and lexicons once. An unknown lexicon, or a lexicon the grammar needs and lacks, is a finding
 * here and never a throw at match; `classifier` is null when there are such findings.
 */
export function compileRules(
  rules: readonly Rule[],
  lexicons: readonly Lexicon[],
): { classifier: Classifier | null; findings: Finding[] } {
  const vocabulary = new Vocabulary();
  const verbs = new Set<number>();
  for (const lexicon of lexicons) {
    const number = vocabulary.add(lexicon);
    if (lexicon.inflect === 'verb' && !GRAMMAR_LEXICONS.includes(lexicon.id)) verbs.add(number);
  }
  const findings: Finding[] = [];
  const named = new Set(verbs);
  const grave = vocabulary.numberOf('erases');
  const grammar = grammarOf(vocabulary, {
    isVerb: (lexicon) => verbs.has(lexicon),
    isNamedVerb: (lexicon) => named.has(lexicon),
    isGrave: (lexicon) => lexicon === grave,
  });
  if (Array.isArray(grammar)) {
    for (const id of grammar)
      findings.push(
        finding(
          'unknown-lexicon',
          `The grammar needs the lexicon "${id}", and there is none.`,
          `Add catalog/lexicon/${id}.yaml.`,
        ),
      );
  }
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  const compiled = ordered.map((rule) => compileRule(rule, lexicons, vocabulary, verbs, findings));
  if (findings.length > 0 || Array.isArray(grammar)) return { classifier: null, findings };
  return { classifier: new RuleClassifier(compiled, vocabulary, grammar), findings };
}

function compileRule(
  rule: Rule,
  lexicons: readonly Lexicon[],
  vocabulary: Vocabulary,
  verbs: Set<number>,
  findings: Finding[],
): CompiledRule {
  const numberOf = (words: Words, inflect: 'verb' | 'noun' | 'none'): number => {
    if (typeof words !== 'string') {
      const number = vocabulary.add({ id: `${inflect}: ${words.join(', ')}`, inflect, words });
      if (inflect === 'verb') verbs.add(number);
      return number;
    }
    const number = vocabulary.numberOf(words);
    if (number !== undefined) return number;
    findings.push(
      finding(
        'unknown-lexicon',
        `Rule "${rule.id}" names the lexicon "${words}", and there is none.`,
        `Write catalog/lexicon/${words}.yaml, name one that exists, or list the words in the rule.`,
      ),
    );
    return -1;
  };
  const resolve: Resolve = Object.assign(numberOf, {
    sizeOf: (lexicon: number) => vocabulary.sizeOf(lexicon),
    bareOf: (words: Words) => {
      const { bare, of } = lexicons.find(({ id }) => id === words) ?? {};
      return { bare: new Set(bare), of: of === undefined ? null : numberOf(of, 'noun') };
    },
  });
  return {
    rule,
    when: compileCondition(rule.when, resolve),
    unless: rule.unless === undefined ? null : compileCondition(rule.unless, resolve, leadingActs),
  };
}

function finding(code: string, message: string, hint: string): Finding {
  return { code, severity: 'error', file: null, line: null, path: '', message, hint };
}

class RuleClassifier implements Classifier {
  readonly #vocabulary: Vocabulary;
  readonly #grammar: Grammar;
  readonly #triggered: number[][];
  readonly #rules: CompiledRule[];
  /** The definition in which each lexicon was seen last, by its turn: a set that need not be emptied. */
  readonly #seen: Uint32Array;
  /** The definition in which each rule was triggered last; rules that nothing triggers are tried always. */
  readonly #due: Uint32Array;
  #turn = 0;

  constructor(rules: CompiledRule[], vocabulary: Vocabulary, grammar: Grammar) {
    this.#rules = rules;
    this.#vocabulary = vocabulary;
    this.#grammar = grammar;
    this.#seen = new Uint32Array(vocabulary.size);
    this.#due = new Uint32Array(rules.length);
    this.#triggered = Array.from({ length: vocabulary.size }, () => []);
    for (const [index, { when }] of rules.entries())
      for (const trigger of new Set(when.triggers)) this.#triggered[trigger]?.push(index);
  }

  read(definition: Definition): Reading {
    return readDefinition(definition, this.#vocabulary, this.#grammar);
  }

  classify(definition: Definition, provenance: Provenance): Verdict {
    const reading = this.read(definition);
    const candidates = this.#candidates(reading);
    const reasons = this.#reasons(candidates, reading);
    const actions = reading.actions.map(({ field, value, acts }) => ({
      field,
      value,
      reasons: acts.length === 0 ? [] : this.#reasons(candidates, { ...reading, acts, leading: acts }),
    }));
    const all =
      actions.length === 0
        ? reasons
        : mergeReasons([...reasons, ...actions.flatMap((action) => action.reasons.filter(isOfEffect))]);
    const judged = actions.map(({ field, value, reasons: own }) => ({ field, value, ...judgeReasons(own) }));
    const whole = verdictOf(all, reading, definition, provenance);
    return { ...whole, actions: raisedTo(whole, judged, whole.facts) };
  }

  #reasons(candidates: readonly CompiledRule[], reading: Reading): Reason[] {
    const reasons: Reason[] = [];
    for (const compiled of candidates) {
      const reason = reasonOf(compiled, reading);
      if (reason !== null) reasons.push(reason);
    }
    return reasons;
  }

  /** Rules whose trigger is present, in the order of their ids. */
  #candidates({ name, texts, parameters, actions }: Reading): CompiledRule[] {
    this.#turn++;
    this.#trigger(name);
    for (const text of texts) this.#trigger(text);
    for (const { acts } of actions) for (const { verb } of acts) this.#trigger(verb.strip);
    for (const parameter of parameters) {
      this.#trigger(parameter.name);
      if (parameter.text !== null) this.#trigger(parameter.text);
      for (const value of parameter.values) this.#trigger(value);
    }
    return this.#rules.filter(({ when }, index) => when.triggers === null || this.#due[index] === this.#turn);
  }

  #trigger({ at }: Strip): void {
    for (const hits of at) {
      for (const { lexicon } of hits) {
        if (this.#seen[lexicon] === this.#turn) continue;
        this.#seen[lexicon] = this.#turn;
        for (const rule of this.#triggered[lexicon] ?? []) this.#due[rule] = this.#turn;
      }
    }
  }
}

function reasonOf(compiled: CompiledRule, reading: Reading): Reason | null {
  const spans = compiled.when.match(reading);
  if (spans === null || compiled.unless?.match(reading)) return null;
  const { rule } = compiled;
  return { rule: rule.id, why: rule.why, emits: rule.emits, spans: uniqueSpans(spans) };
}

function judgeReasons(reasons: readonly Reason[]): Judgement {
  const { effects, facts } = emissionsOf(reasons);
  return judge(effects, facts);
}

function verdictOf(
  reasons: Reason[],
  reading: Reading,
  definition: Definition,
  provenance: Provenance,
): Omit<Verdict, 'actions'> {
  const { effects, facts, flags, signals } = emissionsOf(reasons);
  const judgement = judge(effects, facts);
  const confidence = confidenceOf(judgement, reasons, reading, definition, provenance);
  return {
    ...judgement,
    confidence: confidence.level,
    confidenceWhy: confidence.why,
    facts,
    flags: flagsOf(judgement.effects, flags),
    signals,
    reasons,
    runnerUp: runnerUp(judgement, reading),
  };
}
