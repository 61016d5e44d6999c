import type { Effect } from '../taxonomy.ts';

/** What a page says of an effect, besides the phrase of the effect table. */
interface EffectWords {
  /** What a step of a workflow gets from it, and nothing that the effect does not say: completes "{tool} …". */
  role: string;
  /** What a misled or looping agent does with it: a sentence. */
  misuse: string;
}

export const EFFECT_WORDS: Record<Effect, EffectWords> = {
  compute: {
    role: 'works on what the call passes in and hands a result back',
    misuse: 'A misled agent gains little from it: what it returns depends on what it is given.',
  },
  'read-reference': {
    role: 'looks something up and hands it back',
    misuse: 'A misled agent can waste calls on it; what it returns is ordinary information.',
  },
  'read-sensitive': {
    role: 'hands back private or sensitive content, which every later step of the agent can then see',
    misuse:
      'A misled agent can read private content here and pass it on through any other tool that sends data out.',
  },
  'fetch-any': {
    role: 'brings outside content, which the call picks, into the context of the agent',
    misuse:
      'The page it fetches can carry instructions that the agent then follows, and the address itself can carry data out or point at an internal service.',
  },
  'read-any-path': {
    role: 'hands back files of the host, which the call picks',
    misuse: 'A misled agent can read keys, tokens and private documents on the host and pass them on.',
  },
  'reveal-secret': {
    role: 'hands back a secret, which every later step of the agent can then see',
    misuse:
      'A secret in the context of an agent is a secret in its logs and in every later message; whoever reads it can act with it.',
  },
  session: {
    role: 'changes what later calls of the same session work on',
    misuse: 'A misled agent can point later calls at the wrong place; nothing outside the session changes.',
  },
  'write-own': {
    role: 'creates or changes data',
    misuse:
      'A misled or looping agent can leave wrong or unwanted data behind, which somebody then has to find and undo.',
  },
  'write-any-path': {
    role: 'puts files on the host, where the call says',
    misuse:
      'A misled agent can overwrite configuration, start-up files or keys on the host, which turns writing into running code.',
  },
  communicate: {
    role: 'sends or publishes something that other people see',
    misuse:
      'A misled agent can send wrong words in the name of the user, or carry private data out in a message that cannot be unsent.',
  },
  'change-access': {
    role: 'changes who may do what, or what protects the service',
    misuse:
      'A misled agent can let a stranger in, lock the owner out or switch a protection off, and the change stays when the session ends.',
  },
  'mint-credential': {
    role: 'makes a key that works without the agent',
    misuse:
      'Whoever sees the new credential can act with it after the session has ended, without passing any policy on this tool.',
  },
  'run-report': {
    role: 'starts a check and hands back its report',
    misuse:
      'A misled agent can aim the check at a target nobody agreed to, or run it often enough to cost time and money.',
  },
  'run-named': {
    role: 'starts, stops or scales something that is defined elsewhere',
    misuse:
      'A misled agent can start, stop or repeat work at the wrong moment; what follows is decided by the job, not by the call.',
  },
  'operate-ui': {
    role: 'acts through a user interface, with the rights that are open there',
    misuse:
      'A misled agent can click, type and submit whatever the signed-in user could, and the page it looks at can tell it to.',
  },
  'run-arbitrary': {
    role: 'carries out what the call spells out',
    misuse:
      'Whoever can steer the agent can run what they like with the rights of this server: read, change, delete and send.',
  },
  'delete-one': {
    role: 'deletes or ends one object',
    misuse: 'A misled agent can remove the wrong object, and a looping one many, one call at a time.',
  },
  'delete-many': {
    role: 'deletes many objects, or one that holds others',
    misuse: 'One wrong call removes more than a person could restore by hand.',
  },
  'oblige-payment': {
    role: 'makes, changes or ends what somebody has to pay',
    misuse:
      'A misled agent can make somebody owe the wrong sum or undo what was agreed, and the other side will act on it.',
  },
  'move-money': {
    role: 'moves money or assets',
    misuse:
      'A misled agent can send money to the wrong place or in the wrong amount; getting it back needs the consent of whoever received it.',
  },
};
