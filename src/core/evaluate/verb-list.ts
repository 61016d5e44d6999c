import type { Category, Flag, Risk } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import { nameWords } from '../tool/name-words.ts';
import type { Answer } from './label.ts';

/** What each verb means, whatever stands behind it. */
const VERBS: Record<Category, string> = {
  Read: 'get list search read find fetch query describe show view count check lookup export analyze compare validate download retrieve browse resolve preview',
  Write:
    'create add update set write edit put post send upload insert save move rename copy append assign publish share comment reply merge push track subscribe register enable disable close archive invite import upsert modify patch fork',
  Execute:
    'run execute start stop restart trigger deploy click type navigate evaluate press fill drag hover scale build launch invoke call cancel retry kill',
  Destructive: 'delete remove drop purge destroy wipe clear truncate revoke uninstall reset terminate',
  Financial: 'pay charge refund transfer buy sell purchase payout withdraw',
};

/** The level that is most common for each category. */
const LEVELS: Record<Category, Risk> = {
  Read: 'Low',
  Write: 'Medium',
  Execute: 'High',
  Destructive: 'High',
  Financial: 'Critical',
};

/** What a category says of the flags by itself. */
const FLAGS: Partial<Record<Category, Flag[]>> = { Destructive: ['delete'], Financial: ['money'] };

const MEANINGS = new Map(
  (Object.keys(VERBS) as Category[]).flatMap((category) =>
    VERBS[category].split(' ').map((verb): [string, Category] => [verb, category]),
  ),
);

/** The plainest classifier that could be called one: the first known verb of the name gives category and level. */
export function verbListSays({ name }: Definition): Answer {
  const verb = nameWords(name).find((word) => MEANINGS.has(word));
  const category = verb === undefined ? undefined : MEANINGS.get(verb);
  if (category === undefined) return { category: 'Unclassified', risk: null, flags: [] };
  return { category, risk: LEVELS[category], flags: FLAGS[category] ?? [] };
}
