/** What a client or gateway makes of a call: the words of the decision table, told anew so that nothing is shared. */
export type Answer = 'allow' | 'ask' | 'deny' | 'hide';

/** The bytes of a rendering, and nothing else of it. */
export interface Emitted {
  name: string;
  text: string;
}

/** Decides a call of a tool by its own name; without arguments, one that gives none. */
export type Decide = (tool: string, args?: Record<string, unknown>) => Answer;

/**
 * Reads emitted files as the client or gateway does, for the server that goes by this key there. Written from what the
 * vendor documents, without any code of the renderers. Throws when the vendor would refuse the files.
 */
export type Matcher = (files: readonly Emitted[], key: string) => Decide;
