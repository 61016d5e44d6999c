import { type Classifier, compileRules } from '../../core/classify/classifier.ts';
import type { Lexicon, Rule } from '../../core/classify/rule.ts';
import { indicatorFindings } from '../../core/indicators/findings.ts';
import { reasonToHide } from '../../core/indicators/reason-to-hide.ts';
import { recommend } from '../../core/recommend/advice.ts';
import { recordOf } from '../../core/targets/record.ts';
import { recordNote } from '../../core/targets/record-note.ts';
import type { Definition } from '../../core/tool/definition.ts';
import type { JsonValue } from '../../core/tool/json.ts';
import { readParameters } from '../../core/tool/parameters.ts';
import { entriesOf } from '../../core/tool/tool-list.ts';
import type { Subject } from './workbench.ts';

/** The rules as the site publishes them. */
interface Rulebook {
  rules: Rule[];
  lexicons: Lexicon[];
}

let compiled: Promise<Classifier> | undefined;

/** The classifier of the published rules; they are fetched when definitions are first pasted. */
export function publishedClassifier(): Promise<Classifier> {
  compiled ??= fetch('/api/v1/rules.json')
    .then((answer) => answer.json() as Promise<Rulebook>)
    .then(({ rules, lexicons }) => {
      const { classifier } = compileRules(rules, lexicons);
      if (classifier === null) throw new Error('The published rules cannot be used.');
      return classifier;
    });
  return compiled;
}

/**
 * Classifies pasted definitions as the command line does, or says what is wrong with them: every problem at once.
 * Of tools with one name the first stands for all: a policy cannot tell them apart.
 */
export function readPasted(
  text: string,
  classifier: Pick<Classifier, 'classify'>,
): { subject: Subject | null; troubles: string[] } {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return { subject: null, troubles: [`This is no JSON: ${(error as Error).message}.`] };
  }
  const { entries, troubles } = entriesOf(value, 'pasted');
  if (troubles.length > 0)
    return {
      subject: null,
      troubles: troubles.map(
        ({ path, message, hint }) => `${path === '' ? '' : `${path}: `}${message} ${hint}`,
      ),
    };
  const byName = new Map(entries.toReversed().map(({ tool }) => [tool.name, tool]));
  const definitions = entries.map(({ tool }) => tool).filter((tool) => byName.get(tool.name) === tool);
  const known = new Map(definitions.map(({ name }) => [name, ['pasted']]));
  const advised = definitions.map((definition) => adviseOn(definition, classifier, known));
  return {
    subject: {
      server: null,
      key: 'my-server',
      records: advised.map(({ record }) => record),
      notes: advised.map(({ note }) => note),
    },
    troubles: [],
  };
}

function adviseOn(
  definition: Definition,
  classifier: Pick<Classifier, 'classify'>,
  knownTools: ReadonlyMap<string, readonly string[]>,
) {
  const verdict = classifier.classify(definition, 'observed');
  const parameters = readParameters(definition);
  const hide = reasonToHide(indicatorFindings(definition, { server: 'pasted', knownTools }));
  const advice = recommend(definition, verdict, parameters, hide);
  const record = recordOf(definition, verdict, advice);
  return { record, note: recordNote({ definition, verdict, parameters, advice }, record) };
}
