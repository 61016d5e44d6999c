import type { Risk } from '../taxonomy.ts';
import type { Count, Shown, ToolRow } from './page-model.ts';

/** First URL segment of each kind of browse list. Permanent. */
export const SEGMENT_OF = { risk: 'risk', category: 'categories', flag: 'flags', vendor: 'vendors' } as const;
export type BrowseKind = keyof typeof SEGMENT_OF;

/** How the tools of a list can be sorted: grouped by server, or in one table. */
export type Order = 'server' | 'name' | 'risk';

/** A page of a browse list; the first page of the first order is the address of the list itself. */
export function browseHref(kind: BrowseKind, id: string, order: Order = 'server', page = 1): string {
  return `/${SEGMENT_OF[kind]}/${id}/${orderPath(order === 'server' ? null : order, page)}`;
}

/** What follows the address of a list for one of its pages. */
function orderPath(order: string | null, page: number): string {
  return `${order === null ? '' : `by-${order}/`}${page === 1 ? '' : `${page}/`}`;
}

/** A list of tools with the orders it can be had in. */
export interface BrowseList {
  kind: BrowseKind;
  id: string;
  label: Shown;
  /** What the list holds, in one sentence. */
  intro: Shown;
  /** Orders, each with its number of pages; the first is the default. */
  orders: { order: Order; pages: number }[];
  tools: number;
}

export interface BrowsePage extends BrowseList {
  order: Order;
  page: number;
  rows: ToolRow[];
}

/** The lists of servers and of vendors, each sorted by one thing. */
export const OVERVIEW_ORDERS = ['name', 'tools', 'risk'] as const;
export type OverviewOrder = (typeof OVERVIEW_ORDERS)[number];
export type OverviewKind = 'servers' | 'vendors';

/** Where the other pages of an overview stand: beside it, since below it stand servers and vendors of any name. */
const OVERVIEW_SEGMENT: Record<OverviewKind, string> = {
  servers: 'server-list',
  vendors: 'vendor-list',
};

export function overviewHref(kind: OverviewKind, order: OverviewOrder = 'name', page = 1): string {
  if (order === 'name' && page === 1) return `/${kind}/`;
  return `/${OVERVIEW_SEGMENT[kind]}/${orderPath(order, page)}`;
}

/** A server or a vendor as a row of an overview. */
export interface OverviewRow {
  id: string;
  title: Shown;
  href: string;
  tools: number;
  highest: Risk | null;
  /** How many tools there are of each level, highest first. */
  risks: Count[];
}

export interface ServerRow extends OverviewRow {
  vendor: Shown;
  vendorHref: string;
  summary: Shown;
}

export interface VendorRow extends OverviewRow {
  /** Their titles, a few of them, and how many there are. */
  servers: number;
  some: { title: Shown; href: string }[];
}

export interface OverviewPage<Row extends OverviewRow> {
  order: OverviewOrder;
  page: number;
  pages: number;
  total: number;
  rows: Row[];
}
