import { FLAGS, rowOf } from '../taxonomy.ts';
import { isObject } from '../tool/json.ts';
import { adviceWords } from './control.ts';
import { EFFECT_WORDS } from './effect-words.ts';
import type { Shown } from './page-model.ts';
import { MOST_ROWS } from './parameter-rows.ts';
import { bareTitle, count, list, oneLine, quoted, shorten, theServer, withArticle } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import { leadingEffects } from './why.ts';

/** `title`, else the title among the annotations; null when it only repeats the name. Source: MCP specification, display precedence. */
export function titleOf({ definition, row }: Subject): Shown | null {
  const { title, annotations } = definition;
  const nested =
    typeof annotations === 'object' && annotations !== null && !Array.isArray(annotations)
      ? annotations['title']
      : null;
  const text = typeof title === 'string' && title !== '' ? title : nested;
  if (typeof text !== 'string' || text.trim() === '' || text === row.name) return null;
  return shown(shorten(text, 160));
}

export function headTitleOf({ row, entry, verdict, repeat }: Subject): Shown {
  const again = repeat === 0 ? '' : ` (definition ${repeat + 1})`;
  const level = verdict.risk === null ? 'unrated' : `${verdict.risk} risk`;
  return shown(`${row.name}${again} on ${bareTitle(row.serverTitle)} (${entry.id}): ${level}`);
}

export function headDescriptionOf({ row, entry, verdict, advice, repeat }: Subject): Shown {
  const again = repeat === 0 ? '' : ` (definition ${repeat + 1})`;
  const level = verdict.risk === null ? 'unrated' : `${verdict.category}, ${verdict.risk} risk`;
  const head = `${shorten(row.name, 80)}${again} (${entry.id}): ${level}; ${adviceWords(advice)}.`;
  return shown(shorten(row.gist === null ? head : `${head} ${row.gist}`, 240));
}

/** What it does, why this risk, what to do: one sentence. */
export function answerOf(subject: Subject): Shown {
  const { row, verdict, advice } = subject;
  const { level, category } = leadingEffects(subject);
  const name = shorten(row.name, 80);
  const what = `${name} on ${theServer(row.serverTitle)}`;
  if (verdict.risk === null || level === null) {
    return shown(
      `The definition of ${what} does not show what a call does, so it is unrated; the advice is to ${adviceWords(advice)}.`,
    );
  }
  const does = [level, ...(category === null || category === level ? [] : [category])].map(
    (effect) => rowOf(effect, verdict.facts).does,
  );
  const which = dependsOnAction(subject) ? ', with the strongest of its actions,' : '';
  const tail = `the advice is to ${adviceWords(advice)}.`;
  return shown(
    `${what}${which} ${list(does)}, which makes it ${withArticle(verdict.category)} tool of ${verdict.risk} risk; ${tail}`,
  );
}

/** True where some documented action is less than the tool as a whole. */
function dependsOnAction({ verdict: { actions, risk, category } }: Subject): boolean {
  return actions.some(
    (action) => action.effects.length > 0 && (action.risk !== risk || action.category !== category),
  );
}

/** Its place in a workflow, in the words of its own definition and of its leading effect. */
export function roleOf(subject: Subject): Shown[] {
  const { row, definition, verdict, parameters } = subject;
  const { level, category } = leadingEffects(subject);
  const name = shorten(row.name, 80);
  const said =
    row.gist === null
      ? `The server says nothing about ${name}.`
      : `In its own words: ${quoted(row.gist, 170)}`;
  const roles =
    level === null
      ? [`What ${name} does in a workflow cannot be told from its definition.`]
      : [
          `${name}${dependsOnAction(subject) ? ', with the strongest of its actions,' : ''} ${EFFECT_WORDS[level].role}.`,
          ...(category === null || category === level ? [] : [`It also ${EFFECT_WORDS[category].role}.`]),
        ];
  const required = parameters.filter((parameter) => parameter.depth === 0 && parameter.required);
  const needs =
    required.length === 0 || required.length > 6
      ? []
      : [`A call must give ${list(required.map((parameter) => shorten(shown(parameter.name), 60)))}.`];
  const flows = verdict.flags.filter(
    (flag) => flag === 'untrusted' || flag === 'private' || flag === 'outbound',
  );
  const brings =
    flows.length === 0
      ? []
      : [`It ${list(flows.map((flag) => FLAGS[flag])).replace(/^(returns .*?(?:,| and)) returns /, '$1 ')}.`];
  return [said, [...roles, ...needs, ...resultsOf(definition), ...brings].join(' ')].map((text) =>
    shown(text),
  );
}

/** What the definition declares to come back, where that fits a sentence. */
function resultsOf({ outputSchema }: Subject['definition']): string[] {
  const properties = isObject(outputSchema) ? outputSchema['properties'] : undefined;
  const names = isObject(properties) ? Object.keys(properties) : [];
  if (names.length === 0 || names.length > 6) return [];
  return [`Its result is declared to hold ${list(names.map((name) => shorten(oneLine(shown(name)), 60)))}.`];
}

export function notesOf({ findings, parameters, provenance, observed }: Subject): Shown[] {
  const notes = findings
    .filter(({ code }) => code !== 'annotation-contradiction')
    .map(({ message }) => oneLine(shown(message)) as Shown);
  if (parameters.length > MOST_ROWS) {
    notes.push(
      shown(
        `The table shows ${MOST_ROWS} of ${count(parameters.length, 'parameter')}; the JSON shows all of them.`,
      ),
    );
  }
  return notes.length === 0 && provenance === 'observed'
    ? [shown(`Complete and unaltered, as observed: ${oneLine(observed.how)}.`)]
    : notes;
}
