import { CATEGORIES, heightOf, RISKS, type Risk, riskWord, type VerdictCategory } from '../../taxonomy.ts';
import type { Count } from '../page-model.ts';
import { count, list } from '../phrase.ts';
import { type ProfilePart, profileParts } from '../profile.ts';

/** An image that stands for a page where somebody links to it; every text final, none of it a tool's own. */
export interface Card {
  /** Below the root of the site; of our making. */
  file: string;
  heading: string;
  /** Null for the card of the whole site. */
  risk: Risk | 'Unrated' | null;
  /** Under the heading. */
  lines: string[];
  /** Empty where the card is of one tool. */
  parts: ProfilePart[];
}

/** A card takes some 20 ms: in a larger catalogue a server has the card of its highest level. */
export const MOST_SERVER_CARDS = 200;

export const SITE_CARD = 'cards/site.png';

export function toolCardFile(category: VerdictCategory, risk: Risk | null): string {
  return `cards/tool/${category.toLowerCase()}-${riskWord(risk).toLowerCase()}.png`;
}

/** `servers`: how many the catalogue has. */
export function serverCardFile(id: string, highest: Risk | null, servers: number): string {
  return servers > MOST_SERVER_CARDS
    ? `cards/level/${riskWord(highest).toLowerCase()}.png`
    : `cards/server/${id}.png`;
}

/** What the cards of servers need to know of one. */
export interface CardServer {
  id: string;
  /** Such as the letters of the card can write. */
  title: string;
  highest: Risk | null;
  risks: readonly Count[];
}

/** The cards of all pages of a site: one for itself, one for each kind of tool, and those of its servers. */
export function cardsOf(servers: readonly CardServer[], risks: readonly Count[], tools: number): Card[] {
  return [siteCard(risks, servers.length, tools), ...toolCards(), ...serverCards(servers)];
}

function siteCard(risks: readonly Count[], servers: number, tools: number): Card {
  return {
    file: SITE_CARD,
    heading: 'What can this tool do to you?',
    risk: null,
    lines: [
      `${count(tools, 'MCP tool')} of ${count(servers, 'server')}, each with its risk,`,
      'the evidence, and a policy to copy.',
    ],
    parts: profileParts(risks),
  };
}

/** Every pair of the taxonomy, so that a catalogue that grows finds its cards. */
function toolCards(): Card[] {
  const rated = CATEGORIES.flatMap((category) => RISKS.map((risk) => toolCard(category, risk)));
  return [...rated, toolCard('Unclassified', null)];
}

function toolCard(category: VerdictCategory, risk: Risk | null): Card {
  const scale = risk === null ? 'outside the four levels' : `level ${heightOf(risk) + 1} of ${RISKS.length}`;
  return {
    file: toolCardFile(category, risk),
    heading: riskWord(risk),
    risk: riskWord(risk),
    lines: [`${category} tool, ${scale}`, 'What one call can do, and the words that say so.'],
    parts: [],
  };
}

function serverCards(servers: readonly CardServer[]): Card[] {
  if (servers.length > MOST_SERVER_CARDS) return [...RISKS, null].map(levelCard);
  return servers.map(({ id, title, highest, risks }) => ({
    file: serverCardFile(id, highest, servers.length),
    heading: title,
    risk: riskWord(highest),
    lines: [countsLine(risks)],
    parts: profileParts(risks),
  }));
}

function levelCard(risk: Risk | null): Card {
  return {
    file: `cards/level/${riskWord(risk).toLowerCase()}.png`,
    heading: riskWord(risk),
    risk: riskWord(risk),
    lines: ['The highest risk of this MCP server.', 'Its tools, what they can do together, and one policy.'],
    parts: [],
  };
}

function countsLine(risks: readonly Count[]): string {
  const some = risks.filter(({ tools }) => tools > 0);
  const tools = some.reduce((sum, one) => sum + one.tools, 0);
  return some.length === 0
    ? 'It listed no tools.'
    : `${count(tools, 'tool')}: ${list(some.map((one) => `${one.tools} ${one.label}`))}`;
}
