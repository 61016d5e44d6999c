/** Numbers of the catalogue that a text may name as `{{key}}`: filled in when the site is built, never typed. */
export const FIGURES = {
  tools: 'tools in the catalogue',
  servers: 'servers in the catalogue',
  critical: 'tools of Critical risk',
  high: 'tools of High risk',
  medium: 'tools of Medium risk',
  low: 'tools of Low risk',
  unrated: 'unrated tools',
  read: 'Read tools',
  write: 'Write tools',
  execute: 'Execute tools',
  destructive: 'Destructive tools',
  financial: 'Financial tools',
  untrusted: 'tools that return text outsiders can write',
  private: 'tools that return private data',
  outbound: 'tools that send data out',
  effects: 'rows of the effect table',
  rules: 'rules of the classifier',
  clients: 'clients and gateways that files are written for',
  labelled: 'tools whose labels are frozen',
  'category-right': 'share of frozen labels whose category is right',
  'level-right': 'share of frozen labels whose level is right',
  'level-too-low': 'share of frozen labels whose level is too low',
} as const;
export type Figure = keyof typeof FIGURES;

/** A figure is null where this catalogue cannot give it, such as accuracy without labels. */
export type Figures = Record<Figure, string | null>;

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;

function isFigure(name: string): name is Figure {
  return Object.hasOwn(FIGURES, name);
}

/** Every placeholder of a text that is no figure, with its line counted from 1. */
export function unknownFigures(text: string): { name: string; line: number }[] {
  return [...text.matchAll(PLACEHOLDER)].flatMap(({ 1: name = '', index }) =>
    isFigure(name) ? [] : [{ name, line: text.slice(0, index).split('\n').length }],
  );
}

/** The text with every figure in its place; what has none reads "(not measured here)". */
export function filledIn(text: string, figures: Figures): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) =>
    isFigure(name) ? (figures[name] ?? '(not measured here)') : whole,
  );
}
