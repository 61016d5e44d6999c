import type { Flag } from '../taxonomy.ts';

/** Kinds of effect that a text may speak of, each with the words that speak of it. */
const WORD_FAMILIES = {
  delete:
    /\b(?:delet\w*|remov\w*|eras(?:e|es|ed|ing)|purg\w+|destroy\w*|wip(?:es?|ed|ing)|overwr\w+|prun\w+|drop(?:s|ped|ping)?|truncat\w*|clear(?:s|ed|ing)?|discard\w*|uninstall\w*|trash\w*|unlink\w*|reset\w*|replac\w+|clean(?:s|ed|ing|up)?|terminat\w+|archiv\w+|expir\w+)\b/,
  code: /\b(?:run|runs|running|rerun|execut\w*|commands?|scripts?|shell|eval|evaluat\w*|trigger\w*|launch\w*)\b/,
  outbound:
    /\b(?:sen[dt]|sends|sending|e?mail(?:s|ed|ing)?|notif\w+|publish\w*|post(?:s|ed|ing)?|shar(?:e|es|ed|ing)|invit\w+|broadcast\w*|forward\w*|webhooks?|recipients?|subscri\w+)\b/,
  money:
    /\b(?:pay|pays|paid|paying|payments?|payouts?|charg(?:e|es|ed|ing)|refund\w*|invoic\w+|transfers?|purchas\w+|buy|billing|money|funds?|checkout|subscriptions?|currency|prices?)\b/,
  access:
    /\b(?:access\w*|permissions?|permit\w*|roles?|member\w*|grant\w*|revok\w+|invit\w+|protect\w*|unprotect\w*|credentials?|passwords?|privileg\w+|acls?|security|visibility|admins?|administrators?|collaborators?|owners?)\b/,
} as const satisfies Partial<Record<Flag, RegExp>>;

export type WordFamily = keyof typeof WORD_FAMILIES;

/** Further acts that change more than data: none of them is a plain write. */
const OTHER_ACTS =
  /\b(?:cancel\w*|retry|retries|retrying|restart\w*|start|starts|starting|stop|stops|stopping|kill\w*|deploy\w*|queue\w*|abort\w*|merg(?:e|es|ed|ing)|approv\w+|disabl\w+|enabl\w+|forc(?:e|es|ed|ing)|scal(?:e|es|ed|ing)|rotat\w+|install\w*)\b/;

/** The families a text speaks of, in names as well: `remove_source_branch` and `removeBranch` speak of removing. */
export function familiesIn(text: string): Set<WordFamily> {
  const words = wordsOf(text);
  const all = Object.keys(WORD_FAMILIES) as WordFamily[];
  return new Set(all.filter((family) => WORD_FAMILIES[family].test(words)));
}

/** True when a text names an act that is more than reading or writing data. */
export function namesStrongerAct(text: string): boolean {
  return familiesIn(text).size > 0 || OTHER_ACTS.test(wordsOf(text));
}

function wordsOf(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\W]+/g, ' ')
    .toLowerCase();
}
