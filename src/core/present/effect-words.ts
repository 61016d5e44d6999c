import type { Effect } from '../taxonomy.ts';

/** What a page says of an effect, besides the phrase of the effect table. */
interface EffectWords {
  /** Its place in a workflow: completes "{tool} …". */
  role: string;
  /** What a misled or looping agent does with it: a sentence. */
  misuse: string;
}

export const EFFECT_WORDS: Record<Effect, EffectWords> = {
  compute: {
    role: 'is a helper step: it works on what the agent passes in and hands the result back',
    misuse: 'A misled agent gains little from it: what it returns depends on what it is given.',
  },
  'read-reference': {
    role: 'gathers facts before an agent acts on them',
    misuse: 'A misled agent can waste calls on it; what it returns is ordinary information.',
  },
  'read-sensitive': {
    role: 'brings private content into the context of the agent, where every later step can see it',
    misuse:
      'A misled agent can read private content here and pass it on through any other tool that sends data out.',
  },
  'fetch-any': {
    role: 'brings outside content into the context of the agent, usually early in a task',
    misuse:
      'The page it fetches can carry instructions that the agent then follows, and the address itself can carry data out or point at an internal service.',
  },
  'read-any-path': {
    role: 'opens files of the host for the agent, wherever they lie',
    misuse: 'A misled agent can read keys, tokens and private documents on the host and pass them on.',
  },
  'reveal-secret': {
    role: 'hands a secret to the agent, so that a later step can use it',
    misuse:
      'A secret in the context of an agent is a secret in its logs and in every later message; whoever reads it can act with it.',
  },
  session: {
    role: 'prepares the ground for later calls: it changes what the session points at, nothing else',
    misuse: 'A misled agent can point later calls at the wrong place; nothing outside the session changes.',
  },
  'write-own': {
    role: 'is an action step: it records what the agent has worked out',
    misuse:
      'A misled or looping agent can fill the workspace with wrong or unwanted data, which somebody then has to find and undo.',
  },
  'write-any-path': {
    role: 'puts files on the host, wherever the caller says',
    misuse:
      'A misled agent can overwrite configuration, start-up files or keys on the host, which turns writing into running code.',
  },
  communicate: {
    role: 'is the last step of a task: it speaks to other people in the name of the user',
    misuse:
      'A misled agent can send wrong words in the name of the user, or carry private data out in a message that cannot be unsent.',
  },
  'change-access': {
    role: 'decides who may do what, for everybody who uses the service',
    misuse:
      'A misled agent can let a stranger in, lock the owner out or switch a protection off, and the change stays when the session ends.',
  },
  'mint-credential': {
    role: 'makes a key that works without the agent',
    misuse:
      'Whoever sees the new credential can act with it after the session has ended, without passing any policy on this tool.',
  },
  'run-report': {
    role: 'starts a check and waits for its report',
    misuse:
      'A misled agent can aim the check at a target nobody agreed to, or run it often enough to cost time and money.',
  },
  'run-named': {
    role: 'sets something going, or stops it, that was defined elsewhere',
    misuse:
      'A misled agent can start, stop or repeat work at the wrong moment; what follows is decided by the job, not by the call.',
  },
  'operate-ui': {
    role: 'acts through a user interface, with every right that the open session has',
    misuse:
      'A misled agent can click, type and submit whatever the signed-in user could, and the page it looks at can tell it to.',
  },
  'run-arbitrary': {
    role: 'carries out whatever the caller writes, so its role is whatever the agent decides',
    misuse:
      'Whoever can steer the agent can run what they like with the rights of this server: read, change, delete and send.',
  },
  'delete-one': {
    role: 'is a final step: it removes an object that an earlier step picked',
    misuse: 'A misled agent can remove the wrong object, and a looping one many, one call at a time.',
  },
  'delete-many': {
    role: 'is a final step: it clears away many objects, or one with everything in it',
    misuse: 'One wrong call removes more than a person could restore by hand.',
  },
  'oblige-payment': {
    role: 'commits somebody to pay, or releases them from it',
    misuse:
      'A misled agent can bill the wrong party or the wrong amount, and the party that receives it will believe it.',
  },
  'move-money': {
    role: 'settles something in money or assets',
    misuse:
      'A misled agent can send money to the wrong place or in the wrong amount; getting it back needs the consent of whoever received it.',
  },
};
