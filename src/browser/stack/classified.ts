import { mentionsOf } from '../../core/combinations/mentions.ts';
import { indicatorFindings } from '../../core/indicators/findings.ts';
import { knownToolsOf } from '../../core/indicators/known-tools.ts';
import { reasonToHide } from '../../core/indicators/reason-to-hide.ts';
import type { SummarisedTool } from '../../core/present/stack/summary.ts';
import { recommend } from '../../core/recommend/advice.ts';
import { type PolicyRecord, recordOf } from '../../core/targets/record.ts';
import { modelText } from '../../core/tokens/model-text.ts';
import type { Definition } from '../../core/tool/definition.ts';
import { readParameters } from '../../core/tool/parameters.ts';
import { publishedClassifier } from '../policy/pasted.ts';

interface Classified {
  tools: SummarisedTool[];
  records: PolicyRecord[];
  texts: string[];
}

/** Definitions classified as the command line does, beside the tools of the other servers of the stack. */
export async function classified(
  definitions: readonly Definition[],
  server: string,
  others: readonly (readonly [key: string, names: readonly string[]])[],
): Promise<Classified> {
  const classifier = await publishedClassifier();
  const { owners } = knownToolsOf([[server, definitions.map(({ name }) => name)], ...others]);
  const found: Classified = { tools: [], records: [], texts: [] };
  for (const definition of definitions) {
    const verdict = classifier.classify(definition, 'observed');
    const parameters = readParameters(definition);
    const hide = reasonToHide(indicatorFindings(definition, { server, knownTools: owners }));
    const advice = recommend(definition, verdict, parameters, hide);
    const { category, risk, flags, effects, signals } = verdict;
    found.tools.push({
      ...{ name: definition.name, href: null, category, risk, flags, effects, signals },
      decision: advice.decision,
      partly: advice.passes !== null,
      tokens: null,
      mentions: mentionsOf(definition, parameters),
    });
    found.records.push(recordOf(definition, verdict, advice));
    found.texts.push(modelText(definition));
  }
  return found;
}
